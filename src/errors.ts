/**
 * Every error the product distinguishes, by origin: a person's mistake, a remote service that answered "no",
 * a remote service that never gave a usable answer. Whatever else is thrown is a bug of ours.
 */

import type { Locale } from './ports/provisioning.ts';
import { remark } from './ports/remark.ts';

export type RemoteService = 'kChat' | 'Infomaniak';

/** @param trigger the word after the slash, as it was typed; without one, examples stand without it. */
type Say = (locale: Locale, trigger?: string) => string;

/** A person's mistake. It is told to them in their language, and says what to do next. */
export class UserError extends Error {
  override name = 'UserError';
  readonly say: Say;

  /** @param say the sentence, safe to post. */
  constructor(say: string | Say, options?: ErrorOptions) {
    const inLocale = typeof say === 'string' ? () => say : say;
    super(inLocale('en_GB'), options);
    this.say = inLocale;
  }
}

/** Whoever asks may not do this, or not any more. */
export class NotPermittedError extends UserError {
  override name = 'NotPermittedError';
}

/** Configuration that cannot be used; `problems` holds one plain sentence each. Exit code 2. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Starting would do harm: the database is in use or newer than this program. Exit code 3. */
export class RefusedStartError extends Error {
  override name = 'RefusedStartError';
}

/** The database could not be copied, or the copy is not sound; nothing is left of it. */
export class BackupError extends Error {
  override name = 'BackupError';
  /** Such as `ENOSPC`. */
  readonly code: string;

  /** @param message a sentence for the operator. */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The database server does not answer, or not now; it may later. Exit code 1. */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError';

  /** What the server or the operating system calls it, where they do. */
  get code(): unknown {
    return this.cause instanceof Error && 'code' in this.cause ? this.cause.code : undefined;
  }
}

export interface RemoteRefusalDetails {
  service: RemoteService;
  /** Which call, for the log: method and route with ids replaced. Never holds a token or an address. */
  operation: string;
  /** The HTTP status. kChat's bodies often lack it, so it is taken from the response line. */
  status: number;
  /** The service's own error code, such as `ksuite_quota_reached`, when it gave one. */
  code?: string | undefined;
  /** What the service said in words, shortened. May hold personal data: show it to the inviter, never log it. */
  description?: string | undefined;
  /** Field name to sentence, from a 422. */
  fields?: Readonly<Record<string, string>> | undefined;
  /** How long the service asked us to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
}

/** The service answered, and the answer is an error. */
export class RemoteRefusal extends Error implements RemoteRefusalDetails {
  override name = 'RemoteRefusal';
  readonly service: RemoteService;
  readonly operation: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(details: RemoteRefusalDetails) {
    super(
      `${details.service} answered ${details.status} to ${details.operation}${details.code ? ` (${details.code})` : ''}`,
    );
    this.service = details.service;
    this.operation = details.operation;
    this.status = details.status;
    this.code = details.code;
    this.description = details.description;
    this.fields = details.fields;
    this.retryAfterMs = details.retryAfterMs;
  }
}

export interface RemoteSilenceDetails {
  service: RemoteService;
  operation: string;
  reason: 'timeout' | 'connection_failed' | 'connection_lost' | 'unreadable_answer' | 'incomplete_answer';
}

/** The service gave no usable answer: it may or may not have done what was asked. */
export class RemoteSilence extends Error implements RemoteSilenceDetails {
  override name = 'RemoteSilence';
  readonly service: RemoteService;
  readonly operation: string;
  readonly reason: RemoteSilenceDetails['reason'];

  constructor(details: RemoteSilenceDetails, options?: ErrorOptions) {
    super(`${details.service} gave no usable answer to ${details.operation} (${details.reason})`, options);
    this.service = details.service;
    this.operation = details.operation;
    this.reason = details.reason;
  }
}

export type RemoteError = RemoteRefusal | RemoteSilence;

export function isRemoteError(error: unknown): error is RemoteError {
  return error instanceof RemoteRefusal || error instanceof RemoteSilence;
}

/** This one thing can't be done, whoever asks again: it is malformed by now, forbidden, or gone. */
export function isOutOfReach(error: unknown): error is RemoteRefusal {
  return error instanceof RemoteRefusal && [400, 403, 404].includes(error.status);
}

/** kChat does not accept the bot's token (any more): no delivery's fault, and no use trying others. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof RemoteRefusal && error.service === 'kChat' && error.status === 401;
}

/** What went wrong, for the person who waits for it. */
export function remarkOn(error: unknown): string {
  if (error instanceof BackupError) return remark('no_backup', error.code);
  if (error instanceof DatabaseUnavailableError) return remark('no_database');
  if (error instanceof RemoteRefusal) return remark('refused', error.service, error.status);
  if (!(error instanceof RemoteSilence)) return remark('bug');
  if (error.reason === 'incomplete_answer') return remark('incomplete', error.service);
  return remark(error.reason === 'timeout' ? 'timeout' : 'unreachable', error.service);
}

/** Whether the request may have been carried out although it failed for us: then look before repeating it. */
export function mayHaveHappened(error: unknown): boolean {
  if (error instanceof RemoteSilence) return error.reason !== 'connection_failed';
  return error instanceof RemoteRefusal && error.status >= 500;
}
