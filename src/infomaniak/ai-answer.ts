import type { z } from 'zod';
import { decode } from './decode.ts';
import { readEnvelope } from './envelope.ts';
import type { HttpAnswer } from './http.ts';
import { refusal } from './refusal.ts';
import { retryAfterMs } from './retry-after.ts';
import { unreadableAnswer } from './silence.ts';

/**
 * What the AI Tools answer: OpenAI's documents, outside the envelope; their errors may come in it.
 * @throws RemoteRefusal when they say no, RemoteSilence when they say nothing that can be understood
 */
export function readAiAnswer<T>(schema: z.ZodType<T>, operation: string, { status, headers, body }: HttpAnswer): T {
  if (status < 200 || status > 299) {
    throw refusal(operation, status, readEnvelope(body)?.error, retryAfterMs(headers));
  }
  return decode(schema, parse(operation, body), operation);
}

function parse(operation: string, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw unreadableAnswer(operation);
  }
}
