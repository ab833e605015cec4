import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { z } from 'zod';
import type { Leading, News, ReplicaHooks, Replicas } from '../../ports/replicas.ts';
import { channel, keys } from './keys.ts';
import { releaseLostLeases } from './lost-leases.ts';
import { Session, type SessionLog } from './session.ts';

export interface PostgresReplicasOptions {
  url: string;
  /** Sends news to every process, this one included. */
  notify: (payload: string) => Promise<unknown>;
  log: SessionLog;
}

const ofTeam = { teamId: z.string().optional() };

const newsSchema = z.object({
  from: z.string(),
  news: z.discriminatedUnion('about', [
    z.object({ about: z.literal('owed'), ...ofTeam }),
    z.object({ about: z.literal('attempt'), dedupeKey: z.string(), ...ofTeam }),
    z.object({ about: z.literal('rights'), userId: z.string(), ...ofTeam }),
  ]),
});

/**
 * Processes that share a PostgreSQL database. Each keeps a session, which holds a lock in its name as long as it lives and
 * listens to the others; whoever gets the lead's lock leads. All of it ends with the session, by kill -9 as well.
 */
export class PostgresReplicas implements Replicas {
  readonly holder = randomUUID();
  readonly #options: PostgresReplicasOptions;
  readonly #session: Session;
  #hooks: ReplicaHooks | undefined;
  /** That of the session, while there is one. */
  #client: Client | undefined;
  #leading: Leading | undefined;
  #hasResigned = false;
  #missing: string[] = [];

  constructor(options: PostgresReplicasOptions) {
    this.#options = options;
    this.#session = new Session(
      options.url,
      {
        begin: (client) => this.#begin(client),
        tick: (client) => this.#tick(client),
        ended: () => {
          this.#client = undefined;
          return this.#stopLeading();
        },
      },
      options.log,
    );
  }

  async join(hooks: ReplicaHooks): Promise<void> {
    this.#hooks = hooks;
    await this.#session.start();
  }

  isPresent(): boolean {
    return this.#session.isUp;
  }

  tell(news: News): void {
    this.#hooks?.onNews(news);
    // Whoever misses it looks again soon; and a database that is gone is told about elsewhere.
    this.#options.notify(JSON.stringify({ from: this.holder, news })).catch(() => undefined);
  }

  async resign(): Promise<void> {
    this.#hasResigned = true;
    if (!this.#leading) return;
    await this.#stopLeading();
    // Another one leads while this one ends what it has begun. Whatever fails here, the lock goes with the session.
    if (this.#client) await unlock(this.#client).catch(() => undefined);
  }

  async leave(): Promise<void> {
    await this.#session.stop();
  }

  async #begin(client: Client): Promise<void> {
    this.#client = client;
    this.#missing = [];
    // Shared, because an earlier session of ours may not have ended yet as the server sees it.
    await client.query(`select pg_advisory_lock_shared(${keys.holder('$1')})`, [this.holder]);
    const { rows } = await client.query<{ name: string }>(`select ${channel} as name`);
    client.on('notification', ({ payload }) => {
      this.#hear(payload ?? '');
    });
    await client.query(`listen ${rows[0]?.name ?? ''}`);
  }

  async #tick(client: Client): Promise<void> {
    if (!this.#leading && !this.#hasResigned) await this.#tryToLead(client);
    const { missing, released } = await releaseLostLeases(client, this.#missing);
    this.#missing = missing;
    if (released === 0) return;
    this.#options.log.info({ released }, 'took over what a process that is gone had begun');
    this.tell({ about: 'owed' });
  }

  async #tryToLead(client: Client): Promise<void> {
    const { rows } = await client.query<{ leads: boolean }>(`select pg_try_advisory_lock(${keys.lead}) as leads`);
    if (rows[0]?.leads !== true || !this.#hooks) return;
    if (this.#hasResigned) return unlock(client);
    this.#options.log.info({}, 'this process leads: it polls and listens for arrivals');
    this.#leading = this.#hooks.lead();
  }

  async #stopLeading(): Promise<void> {
    const leading = this.#leading;
    this.#leading = undefined;
    await leading?.stop();
  }

  #hear(payload: string): void {
    const heard = readNews(payload);
    if (heard && heard.from !== this.holder) this.#hooks?.onNews(heard.news);
  }
}

async function unlock(client: Client): Promise<void> {
  await client.query(`select pg_advisory_unlock(${keys.lead})`);
}

/** @returns undefined for what this program does not know; a newer one may tell more. */
function readNews(payload: string): z.output<typeof newsSchema> | undefined {
  try {
    return newsSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
