/** What `register` found out or made, kept so that `serve` needs no more than the database and its secrets. */
export interface RegistrationStore {
  team(name: string): Promise<RegisteredTeam | undefined>;
  saveTeam(team: RegisteredTeam): Promise<void>;
  /**
   * Of a copy of the database that serves in the place of what it was copied from: when it was made, and when it was
   * served first, which is now unless it was before. Undefined when it is no copy.
   */
  restoration(teamId: string, now: number): Promise<Restoration | undefined>;
  /** The name that the team of this id is registered under. */
  nameOf(teamId: string): Promise<string | undefined>;
  /** Of all these teams that are known, with the hashes of their commands' tokens. */
  commandTokens(names: readonly string[]): Promise<{ teamId: string; name: string; tokenHash: string | undefined }[]>;
  /** Newest first. */
  commands(teamId: string): Promise<RegisteredCommand[]>;
  /** Replaces what was stored for this command. */
  saveCommand(command: RegisteredCommand): Promise<void>;
  /** Forgets the commands that are gone: their tokens count no longer. */
  forgetOtherCommands(teamId: string, keptIds: readonly string[]): Promise<void>;
}

export interface RegisteredTeam {
  id: string;
  name: string;
  botUserId: string;
  /** The bot's token, sealed with SECRET_KEY. */
  sealedBotToken: string | undefined;
}

/** In milliseconds. */
export interface Restoration {
  copiedAt: number;
  restoredAt: number;
}

export interface RegisteredCommand {
  teamId: string;
  commandId: string;
  trigger: string;
  /** SHA-256 in hex: the token itself is needed by kChat alone. */
  tokenHash: string;
  savedAt: number;
}
