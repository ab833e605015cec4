import type { Sandbox } from '../../../sandbox/start.ts';
import type { Capabilities } from './capabilities.ts';

/** A server that the contract is held against. The tests know it through this interface alone. */
export interface ContractTarget {
  /** For titles and complaints. */
  name: string;
  /** Origin, as in `KCHAT_URL`. */
  url: string;
  team: Named;
  adminToken: string;
  capabilities: Capabilities;
  /** An administrator, who invites. */
  inviter: Person & { displayName: string };
  /** A plain member; the inviter again where the suite can create nobody. */
  member: Person;
  /** The channel that everybody in the team is in. */
  general: Named;
  /** A public channel that nobody enters by themselves; inviter and member are in it. */
  side: Named;
  /** Ids of the people who were in the team before the bot. */
  crowd: readonly string[];
  /** The emulated Infomaniak: no test may invite anybody for real. */
  provider: Provider;
  /** Where this server reaches the bot, and where the bot listens. */
  reach: { publicUrl: string; host: string; port: number };
  /** Somebody appears in the team whom nobody invited through the bot. */
  newcomer(identity: Identity): Promise<Newcomer>;
  /** Somebody follows the link in Infomaniak's mail, and so appears in the team. */
  accept(acceptUrl: string, identity: Identity): Promise<Newcomer>;
  /** @throws Error where realtime can't be cut */
  openValve(): Promise<Valve>;
  /** Runs `register`, and remembers what it leaves behind that `close` should remove. */
  registering<T>(register: () => Promise<T>): Promise<T>;
  /** Removes all that it made, as far as the server lets it. */
  close(): Promise<void>;
}

/** A way to the server on which realtime can be cut. */
export interface Valve {
  /** For the bot, in the place of the server's own address. */
  url: string;
  /** Realtime connections that stand. */
  connections(): number;
  /** Ends them all, and lets none come about until `restore`. */
  cut(): void;
  restore(): void;
}

export type Provider = Pick<Sandbox, 'infomaniakUrl' | 'infomaniakToken' | 'accountId' | 'mailboxUrl' | 'faults'>;

export interface Named {
  id: string;
  name: string;
}

export interface Identity {
  email: string;
  firstName: string;
  lastName: string;
}

/** Reads English: the tests know the bot's texts in that language. */
export interface Person {
  id: string;
  username: string;
  /** A session of theirs. */
  token: string;
}

export interface Newcomer extends Person {
  /** Just before they were let in; milliseconds by this machine's clock. */
  arrivedAt: number;
}
