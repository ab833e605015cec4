import { RemoteRefusal } from '../errors.ts';
import type { ApiError } from './envelope.ts';

const longestDescription = 200;

/**
 * The error for an answer that says no.
 * @param error the envelope's `error`; `undefined` when the body was no envelope, such as a proxy's HTML page
 * @param retryAfterMs how long the service asked to wait
 */
export function refusal(
  operation: string,
  status: number,
  error: ApiError | undefined,
  retryAfterMs?: number,
): RemoteRefusal {
  return new RemoteRefusal({
    service: 'Infomaniak',
    operation,
    status,
    code: codeOf(error),
    description: error?.description === undefined ? undefined : presentable(error.description),
    fields: error ? fieldsOf(error) : undefined,
    retryAfterMs,
  });
}

/** A code becomes part of the error's message, so only what looks like a code may be one. */
function codeOf(error: ApiError | undefined): string | undefined {
  return error?.code !== undefined && /^[\w.-]{1,80}$/.test(error.code) ? error.code : undefined;
}

function fieldsOf(error: ApiError): Record<string, string> | undefined {
  const sentences = new Map<string, string[]>();
  for (const { attribute, sentence } of complaintsOf(error)) {
    sentences.set(attribute, [...(sentences.get(attribute) ?? []), sentence]);
  }
  if (sentences.size === 0) return undefined;
  return Object.fromEntries([...sentences].map(([attribute, said]) => [attribute, presentable(said.join(' '))]));
}

function complaintsOf(error: ApiError): { attribute: string; sentence: string }[] {
  const nested = (error.errors ?? []).flatMap(complaintsOf);
  const attribute = error.context?.attribute;
  if (attribute === undefined) return nested;
  return [{ attribute, sentence: error.description ?? wordsOf(error.code) }, ...nested];
}

/** `validation_rule_required` -> `required` */
function wordsOf(code = 'not accepted'): string {
  return code.replace(/^validation_rule_/, '').replaceAll('_', ' ');
}

/** Shortened, on one line, and without links: an accept link is a secret wherever it turns up. */
function presentable(description: string): string {
  const plain = description.replace(/\p{Cc}+/gu, ' ').replaceAll(/\w+:\/\/\S+/g, '(link)');
  return plain.length <= longestDescription ? plain : `${plain.slice(0, longestDescription - 1)}…`;
}
