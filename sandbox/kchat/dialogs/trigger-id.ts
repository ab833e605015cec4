import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { World } from '../../world.ts';
import { refusal } from '../refusal.ts';

/** Milliseconds in which a dialog has to be opened; reference/mattermost-observed.md, Dialogs and buttons. */
const lifetime = 3000;

export interface Trigger {
  /** What the person's client is told, by which it recognises the dialog it asked for. */
  clientId: string;
  userId: string;
}

/** Makes the key with which an integration may open a dialog for a person. It works as often as one likes for 3 s. */
export function newTrigger(world: World, userId: string): { clientId: string; triggerId: string } {
  const clientId = randomBytes(13).toString('hex');
  const signed = `${clientId}:${userId}:${world.now()}:`;
  return { clientId, triggerId: Buffer.from(signed + signature(world, signed)).toString('base64') };
}

/** @throws ChatRefusal 400 with the server's own ids */
export function requireTrigger(world: World, triggerId: string): Trigger {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(triggerId) || triggerId.length % 4 !== 0) {
    throw refused('base64_decode_failed', 'Failed to decode base64 for trigger ID for interactive dialog.');
  }
  const parts = Buffer.from(triggerId, 'base64').toString().split(':');
  const [clientId, userId, at, sign] = parts;
  if (parts.length !== 4 || clientId === undefined || userId === undefined || sign === undefined) {
    throw refused('missing_data', 'Trigger ID missing required data for interactive dialog.');
  }
  // A time that is no number reads as 1970, as in the server.
  if (world.now() - (Number(at) || 0) > lifetime) {
    const words = 'Trigger ID for interactive dialog is expired. Trigger IDs live for a maximum of 3 seconds.';
    throw refused('expired', words);
  }
  if (!equal(sign, signature(world, `${clientId}:${userId}:${at ?? ''}:`))) {
    throw refused('verify_signature_failed', 'Signature verification failed of trigger ID for interactive dialog.');
  }
  return { clientId, userId };
}

function signature(world: World, text: string): string {
  return createHmac('sha256', world.kchat.secret).update(text).digest('base64');
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

const refused = (reason: string, sentence: string) =>
  refusal(400, { id: `interactive_message.decode_trigger_id.${reason}`, en: sentence, fr: sentence });
