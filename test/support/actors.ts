import type { Person, Post } from '../../sandbox/kchat/documents.ts';
import type { Mail } from '../../sandbox/world.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** A kept connection may be closed by the sandbox at the moment it is used again. */
const oneTime = { connection: 'close' };

/** What people do and see on the stage: they type, open mail and read. Everything goes over HTTP but the looking. */
export function actorsOn(stage: Stage) {
  const { sandbox } = stage;
  const { kchat, mails } = sandbox.world;

  const person = (username: string): Person => {
    const found = [...kchat.people.values()].find((one) => one.username === username);
    if (!found) throw new Error(`There is nobody called ${username}`);
    return found;
  };
  const channelId = (name: string): string => {
    const found = [...kchat.channels.values()].find((channel) => channel.name === name);
    if (!found) throw new Error(`There is no channel ${name}`);
    return found.id;
  };
  /** What the bot has written, without the system's own posts. */
  const botPosts = (inChannel: string): Post[] => {
    const bot = person('euria-welcome').id;
    return kchat.posts.filter(
      (post) => post.channel_id === inChannel && post.user_id === bot && post.type === '' && !post.delete_at,
    );
  };
  const directPosts = (userId: string): Post[] => {
    const bot = person('euria-welcome').id;
    const direct = [...kchat.channels.values()].find(
      ({ type, name }) => type === 'D' && name.includes(userId) && name.includes(bot),
    );
    return direct ? botPosts(direct.id) : [];
  };

  return {
    person,
    channelId,
    /** Types a command and returns the reply's text. */
    async type(command: string, { token = sandbox.tokens.admin, channel = 'town-square' } = {}): Promise<string> {
      const response = await fetch(`${sandbox.kchatUrl}/api/v4/commands/execute`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'accept-language': 'en',
          ...oneTime,
        },
        body: JSON.stringify({ channel_id: channelId(channel), command }),
      });
      const body = (await response.json()) as { text?: string; message?: string };
      return body.text ?? `failed: ${response.status} ${body.message ?? ''}`;
    },
    /** Presses a button of a card. Returns the status of the answer. */
    async press({ id }: Post, button: number, token = sandbox.tokens.admin): Promise<number> {
      const response = await fetch(`${sandbox.kchatUrl}/api/v4/posts/${id}/actions/button${button}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...oneTime },
        body: '{}',
      });
      return response.status;
    },
    mailTo: (email: string): Promise<Mail> =>
      until(`a mail to ${email}`, () => mails.findLast(({ to }) => to === email)),
    /** Follows the link of a mail and registers. */
    async accept(mail: Mail, form: Record<string, unknown> = {}): Promise<string> {
      const response = await fetch(mail.acceptUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...oneTime },
        body: JSON.stringify(form),
      });
      const body = (await response.json()) as { kchat_user_id?: string };
      return body.kchat_user_id ?? '';
    },
    noticesIn: (channel: string): string[] => botPosts(channelId(channel)).map(({ message }) => message),
    /** Cards, with and without buttons, left out. */
    messagesTo: (userId: string): string[] =>
      directPosts(userId)
        .filter((post) => !isCard(post))
        .map(({ message }) => message),
    cardsTo: (userId: string): Post[] => directPosts(userId).filter(isCard),
    privateViewOf: (userId: string): string[] =>
      kchat.ephemerals.filter((post) => post.user_id === userId).map(({ message }) => message),
    invitationsOf: (email: string) =>
      sandbox.world.provider.invitations.filter((invitation) => invitation.email === email),
  };
}

function isCard({ props }: Post): boolean {
  return 'attachments' in props;
}
