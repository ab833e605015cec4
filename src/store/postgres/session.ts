import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { connectionOptions } from './connection.ts';
import { explainOpening } from './explain-opening.ts';
import { placeOf } from './with-client.ts';

/** Milliseconds. */
const tickMs = 3_000;
const reconnectMs = 1_000;
/** A tick that takes longer means that nothing gets through; what takes longer to end is not waited for. */
const answerMs = 5_000;
/**
 * The server ends a session that it hears nothing from, be it cut off or frozen, and with it whatever the session holds.
 * So a new leader is there within this time and a tick.
 */
const silenceMs = 15_000;

/** From this many failures in a row on, operators should know; the first ones may be a restart of the server. */
const worthAWarning = 3;

export interface SessionWork {
  /** A session has begun; nothing of an earlier one is left on the server. */
  begin(client: Client): Promise<void>;
  /** Every three seconds, and at once after `begin`. */
  tick(client: Client): Promise<void>;
  /** It is over; what it held may be another's by now. */
  ended(): Promise<void>;
}

export interface SessionLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** One connection that is kept for its own sake: what it holds on the server is held as long as this process lives. */
export class Session {
  readonly #url: string;
  readonly #work: SessionWork;
  readonly #log: SessionLog;
  readonly #stopping = new AbortController();
  #loop: Promise<void> | undefined;
  #isUp = false;
  /** In a row. */
  #failures = 0;

  constructor(url: string, work: SessionWork, log: SessionLog) {
    this.#url = url;
    this.#work = work;
    this.#log = log;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  /**
   * Begins the first session and keeps one from here on.
   * @throws ConfigurationError, RefusedStartError or DatabaseUnavailableError when the first one does not come about.
   */
  async start(): Promise<void> {
    const client = await this.#open();
    this.#loop = this.#keep(client);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop;
  }

  async #keep(first: Client): Promise<void> {
    let client: Client | undefined = first;
    while (!this.#stopping.signal.aborted) {
      if (client) await this.#stay(client);
      client = await this.#reopen();
    }
    if (client) await close(client);
  }

  async #open(): Promise<Client> {
    const client = new Client({ ...connectionOptions(this.#url), query_timeout: answerMs });
    // Heard by `stay`, once the session has begun.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`set idle_session_timeout = ${silenceMs}`);
      await this.#work.begin(client);
      await this.#work.tick(client);
      this.#isUp = true;
      return client;
    } catch (error) {
      await this.#end(client);
      throw explainOpening(error, placeOf(client));
    }
  }

  /** Until it breaks or the program stops. */
  async #stay(client: Client): Promise<void> {
    const over = new AbortController();
    client.once('end', () => {
      over.abort();
    });
    const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
    try {
      for (;;) {
        await wait(tickMs, undefined, { signal });
        await this.#work.tick(client);
      }
    } catch (error) {
      if (this.#stopping.signal.aborted) return;
      this.#log.warn({ err: error }, 'the session with PostgreSQL is lost; nothing is claimed until it is back');
    } finally {
      await this.#end(client);
    }
  }

  /** Whatever the work's end is like, a new session is needed. */
  async #end(client: Client): Promise<void> {
    this.#isUp = false;
    const ended = this.#work.ended().catch((error: unknown) => {
      this.#log.warn({ err: error }, 'what the session with PostgreSQL was needed for did not end well');
    });
    if (!(await endsWithin(answerMs, ended))) {
      this.#log.warn({}, 'what the session with PostgreSQL was needed for takes long to end');
    }
    await close(client);
  }

  async #reopen(): Promise<Client | undefined> {
    try {
      await wait(reconnectMs, undefined, { signal: this.#stopping.signal });
      const client = await this.#open();
      this.#failures = 0;
      this.#log.info({}, 'the session with PostgreSQL is back');
      return client;
    } catch (error) {
      this.#failures += 1;
      if (this.#failures === worthAWarning && !this.#stopping.signal.aborted) {
        this.#log.warn({ err: error }, 'no session with PostgreSQL comes about, so nothing is claimed. I keep trying.');
      }
      return undefined;
    }
  }
}

/** Says goodbye, or hangs up when nothing gets through. */
async function close(client: Client): Promise<void> {
  if (!(await endsWithin(reconnectMs, client.end()))) client.connection.stream.destroy();
}

/** @returns whether it has ended, well or not, within so many milliseconds. */
function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const ended = work.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, wait(ms, false, { ref: false })]);
}
