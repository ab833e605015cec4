/**
 * What the processes that serve one database tell each other, of one team unless it may be any. Nothing is kept for one
 * that is away.
 */
export type News = { teamId?: string | undefined } &
  /** Something was written that may be due. */
  (
    | { about: 'owed' }
    /** An attempt at this delivery has ended; a command's reply may wait for it. */
    | { about: 'attempt'; dedupeKey: string }
    /** Somebody's rights have changed. */
    | { about: 'rights'; userId: string }
  );

/** What only one process does, as long as it does it. */
export interface Leading {
  stop(): Promise<void>;
}

export interface ReplicaHooks {
  onNews: (news: News) => void;
  /** From here on this process is the one that looks at both worlds. Called again after the lead was lost and regained. */
  lead: () => Leading;
}

/** The processes that serve one database together. With SQLite this one is alone. */
export interface Replicas {
  /** What this process's leases are held by. */
  readonly holder: string;
  /**
   * Takes part from here on: takes back the leases of processes that are gone, hears news, and leads when nobody does.
   * @throws DatabaseUnavailableError when the database does not answer.
   */
  join(hooks: ReplicaHooks): Promise<void>;
  /** False while the others may take this process for gone; what it claimed would be taken from it. */
  isPresent(): boolean;
  /** Tells every process, this one at once. Never fails: whoever misses it looks again within seconds. */
  tell(news: News): void;
  /** Stops leading, now or later. */
  resign(): Promise<void>;
  /** Its leases are free for the others from here on. */
  leave(): Promise<void>;
}
