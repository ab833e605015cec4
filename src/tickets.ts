import { createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SecretKeys } from './config.ts';
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
 * @param keys what signs is derived from them, so that no key serves two purposes.
 */
export function createTickets([first, ...older]: SecretKeys): Tickets {
  const sign = signWith(first);
  const signatures = [sign, ...older.map(signWith)];
  return {
    issue: (ticket) => {
      const body = Buffer.from(JSON.stringify({ ...ticket, id: randomUUID() })).toString('base64url');
      return `${body}.${sign(body)}`;
    },
    read: (text) => {
      const [body = '', signature = '', ...rest] = text.split('.');
      // All are compared, so that the time taken does not tell which key it was.
      const isOurs = signatures.filter((one) => isEqual(signature, one(body))).length > 0;
      if (rest.length > 0 || !isOurs) return undefined;
      const { userId, ...ticket } = ticketSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
      return { ...ticket, userId };
    },
  };
}

function signWith(key: Buffer): (body: string) => string {
  const signingKey = Buffer.from(hkdfSync('sha256', key, '', 'kchat-invite tickets', 32));
  return (body) => createHmac('sha256', signingKey).update(body).digest('base64url');
}

/** In constant time; the length of a signature is no secret. */
function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
