import { randomBytes } from 'node:crypto';
import { sendGuestMail } from '../../mailbox/guest-mail.ts';
import type { World } from '../../world.ts';
import type { Channel, Person } from '../documents.ts';
import type { Sentence } from '../refusal.ts';
import type { GuestInvitation } from './guest-invitation.ts';

/** kChat: twenty mails an hour; section 6. Counted per inviter over a sliding window. */
const mailsPerHour = 20;
const hour = 3600_000;

export const tooManyMails: Sentence = {
  id: 'app.email.rate_limit_exceeded.app_error',
  en: 'Invite emails rate limit exceeded.',
  fr: 'La limite d’envoi d’e-mails d’invitation est dépassée.',
};

/** Whether so many more mails of this inviter may go out within the hour. */
export function mayMail(world: World, inviter: Person, count: number): boolean {
  const recent = world.kchat.guestInvitations.filter(
    (one) => one.inviter.id === inviter.id && one.createdAt > world.now() - hour,
  );
  return recent.length + count <= mailsPerHour;
}

/** What a second invitation of a pending address does is unknown: the worst is a second one and a second mail. */
export function inviteGuest(
  world: World,
  inviter: Person,
  email: string,
  channels: readonly Channel[],
  message: string,
): GuestInvitation {
  const at = world.now();
  const invitation: GuestInvitation = {
    id: world.provider.nextId++,
    key: randomBytes(16).toString('hex'),
    secret: randomBytes(24).toString('base64url'),
    email: email.toLowerCase(),
    channelIds: channels.map(({ id }) => id),
    inviter: { id: inviter.id, userId: inviter.user_id },
    status: 'pending',
    createdAt: at,
    updatedAt: at,
    expiresAt: at + world.provider.invitationTtlMs,
  };
  world.kchat.guestInvitations.push(invitation);
  sendGuestMail(world, invitation, inviter, message);
  return invitation;
}
