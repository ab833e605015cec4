export interface RegisteredCommand {
  id: string;
  /** As people type it, without the slash; not always the manifest's first choice. */
  trigger: string;
  /** The secret that kChat sends with each call of the command. */
  token: string;
}

/** What registration found and did. The sentences hold no secrets and can be printed; the tokens must not be. */
export interface RegistrationReport {
  teamId: string;
  botUserId: string;
  /** The stored token if it still works, else a new one; `undefined` when one must be made by hand. */
  botToken: string | undefined;
  commands: RegisteredCommand[];
  done: string[];
  unchanged: string[];
  byHand: string[];
}

/** The sentences, while they are being collected. */
export type Notes = Pick<RegistrationReport, 'done' | 'unchanged' | 'byHand'>;
