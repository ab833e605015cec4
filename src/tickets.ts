import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Tickets } from './ports/tickets.ts';

const ticketSchema = z.strictObject({
  id: z.string(),
  teamId: z.string(),
  verb: z.string(),
  action: z.string(),
  subject: z.string(),
  userId: z.string().optional(),
  expiresAt: z.number(),
});

/**
 * Tickets signed with HMAC-SHA256.
 * @param key 32 bytes, from SECRET_KEY; what signs is derived from it, so that no key serves two purposes.
 */
export function createTickets(key: Buffer): Tickets {
  const signingKey = Buffer.from(hkdfSync('sha256', key, '', 'kchat-invite tickets', 32));
  const sign = (body: string) => createHmac('sha256', signingKey).update(body).digest('base64url');
  return {
    issue: (ticket) => {
      const body = Buffer.from(JSON.stringify({ ...ticket, id: randomUUID() })).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    read: (text) => {
      const [body = '', signature = '', ...rest] = text.split('.');
      if (rest.length > 0 || !isEqual(signature, sign(body))) return undefined;
      const { userId, ...ticket } = ticketSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      return { ...ticket, userId };
    },
  };
}

/** In constant time; the length of a signature is no secret. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
