import { randomUUID } from 'node:crypto';
import type { Person } from '../kchat/documents.ts';
import type { GuestInvitation } from '../kchat/guests/guest-invitation.ts';
import type { World } from '../world.ts';

/** Puts a guest's mail into the mailbox. Nothing says in which language kChat writes it. */
export function sendGuestMail(world: World, invitation: GuestInvitation, inviter: Person, message: string): void {
  const { channels, team } = world.kchat;
  const acceptUrl = `${world.origin}/invitation/guest/${invitation.secret}`;
  const names = invitation.channelIds.map((id) => channels.get(id)?.display_name).join(', ');
  const until = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(invitation.expiresAt);
  const from = `${inviter.first_name} ${inviter.last_name}`.trim() || inviter.username;
  const text = [
    'Hello,',
    `${from} invites you as a guest to ${team.display_name}’s kChat, to these channels: ${names}.`,
    message,
    `To accept, create your Infomaniak account or sign in before ${until}:`,
    acceptUrl,
    'Infomaniak',
  ];
  world.mails.push({
    id: randomUUID(),
    to: invitation.email,
    subject: `Invitation as a guest of ${team.display_name}`,
    text: text.filter((paragraph) => paragraph !== '').join('\n\n'),
    acceptUrl,
    at: world.now(),
  });
}
