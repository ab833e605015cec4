import { z } from 'zod';

const subscribe = z
  .object({ channel: z.string(), auth: z.string().default(''), channel_data: z.string().optional() })
  .transform(({ channel, auth, channel_data: channelData }) => ({ channel, auth, channelData }));

const message = z.union([
  z.object({ event: z.literal('pusher:ping') }),
  z.object({ event: z.literal('pusher:subscribe'), data: subscribe }),
  z.object({ event: z.literal('pusher:unsubscribe'), data: z.object({ channel: z.string() }) }),
  z.object({
    event: z
      .string()
      .regex(/^client-|^pusher:pong$/)
      .transform(() => 'no business of ours' as const),
  }),
]);

export type Subscribe = z.output<typeof subscribe>;

/** What a client says; `undefined` when it is unreadable. */
export function readMessage(text: string): z.output<typeof message> | undefined {
  try {
    return message.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
