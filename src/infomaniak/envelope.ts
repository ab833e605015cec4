import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const count = z.number().int().nonnegative().optional().catch(undefined);

/** Older routes use numbers as codes. Infomaniak's own clients read `errors` to any depth. */
const apiErrorSchema = z.object({
  code: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  description: text,
  context: z.object({ attribute: text }).optional().catch(undefined),
  get errors(): z.ZodCatch<z.ZodOptional<z.ZodArray<typeof apiErrorSchema>>> {
    return z.array(apiErrorSchema).optional().catch(undefined);
  },
});

const envelopeSchema = z.object({
  result: z.string(),
  data: z.unknown().optional(),
  error: apiErrorSchema.optional().catch(undefined),
  pages: count,
  items_per_page: count,
});

export type ApiError = z.output<typeof apiErrorSchema>;

/** What every answer is wrapped in. `pages` and `items_per_page` come only when the request named a page. */
export type Envelope = z.output<typeof envelopeSchema>;

/** Takes an answer's JSON apart; `undefined` when it is no envelope. What is not understood inside is left out. */
export function toEnvelope(json: unknown): Envelope | undefined {
  return envelopeSchema.safeParse(json).data;
}

/** Like `toEnvelope`, from the answer's text, which may be an HTML page of some proxy. */
export function readEnvelope(body: string): Envelope | undefined {
  try {
    return toEnvelope(JSON.parse(body));
  } catch {
    // The parser's message quotes the body, which may hold an accept link: it is dropped on purpose.
    return undefined;
  }
}
