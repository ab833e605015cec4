import { z } from 'zod';

const request = z.object({
  seq: z.number().default(0),
  action: z.string().default(''),
  data: z.object({ token: z.string().optional() }).optional(),
});

/** What a client of Mattermost's WebSocket asks for; `undefined` when it is unreadable. */
export function readRequest(text: string): { seq: number; action: string; token: string | undefined } | undefined {
  try {
    const { seq, action, data } = request.parse(JSON.parse(text));
    return { seq, action, token: data?.token };
  } catch {
    return undefined;
  }
}
