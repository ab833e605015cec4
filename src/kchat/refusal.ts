import { z } from 'zod';
import { RemoteRefusal } from '../errors.ts';
import { retryAfterMs } from './retry-after.ts';

const longestDescription = 300;

/** The two shapes of an error: Mattermost's, which kChat follows loosely, and Infomaniak's own (kChat: section 5). */
const errorBody = z.looseObject({
  id: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  errors: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .optional()
    .catch(undefined),
  error: z
    .looseObject({
      code: z.string().optional().catch(undefined),
      description: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

/**
 * The error for an answer that is not a success. The status comes from the response line, since kChat's bodies lack it;
 * a body that is no JSON (a maintenance page) loses nothing but the words.
 */
export function refusal(operation: string, response: Response, body: string, nowMs: number): RemoteRefusal {
  const said = errorBody.safeParse(parseJson(body)).data;
  return new RemoteRefusal({
    service: 'kChat',
    operation,
    status: response.status,
    code: codeOf(said?.id ?? said?.error?.code),
    description: presentable(said?.message ?? said?.error?.description),
    fields: said?.errors && firstSentences(said.errors),
    retryAfterMs: retryAfterMs(response.headers, response.status, nowMs),
  });
}

/** A code becomes part of the error's message and is logged, so only what looks like a code may be one. */
function codeOf(said: string | undefined): string | undefined {
  return said !== undefined && /^[\w.:-]{1,120}$/.test(said) ? said : undefined;
}

/** Shortened, and without what would steer the terminal of whoever runs `register`. */
function presentable(words: string | undefined): string | undefined {
  return words?.replace(/\p{Cc}+/gu, ' ').slice(0, longestDescription);
}

/** Parsed without regard to the content type: Mattermost sends some JSON errors as text/plain. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function firstSentences(errors: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([field, said]) => [field, [said].flat()[0] ?? '']));
}
