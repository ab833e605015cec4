import type { Person, Post } from '../../sandbox/kchat/documents.ts';
import type { StoredFile } from '../../sandbox/kchat/files/stored-file.ts';
import type { Mail } from '../../sandbox/world.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** A kept connection may be closed by the sandbox at the moment it is used again. */
const oneTime = { connection: 'close' };

/** What people do and see on the stage: they type, open mail and read. Everything goes over HTTP but the looking. */
export function actorsOn({ sandbox }: Pick<Stage, 'sandbox'>) {
  const { kchat, mails, provider } = sandbox.world;
  const invitationsOf = (email: string) => provider.invitations.filter((invitation) => invitation.email === email);
  const hasSeat = (email: string) => invitationsOf(email).some(({ ksuite }) => ksuite !== undefined);

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

  const call = async (url: string, body: unknown, token = sandbox.tokens.admin): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...oneTime };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return response.json();
  };

  return {
    person,
    channelId,
    /** A session of somebody's. */
    async tokenOf(username: string): Promise<string> {
      const body = (await call(`${sandbox.origin}/sandbox/session`, { user_id: person(username).id })) as {
        token: string;
      };
      return body.token;
    },
    /** Somebody comes without an invitation. @returns their kChat id. */
    async walkIn(firstName: string, lastName: string, email: string): Promise<string> {
      const who = { first_name: firstName, last_name: lastName, email };
      const body = (await call(`${sandbox.origin}/sandbox/walk-in`, who)) as { kchat_user_id: string };
      return body.kchat_user_id;
    },
    /** Presses a button of a card, as the administrator unless told otherwise. */
    async press(cardId: string, label: string, token?: string): Promise<void> {
      const card = kchat.posts.find(({ id }) => id === cardId);
      const button = buttonsOf(card).find(({ name }) => name === label);
      if (!button) throw new Error(`The card has no button ${label}`);
      await call(`${sandbox.kchatUrl}/api/v4/posts/${cardId}/actions/${button.id}`, {}, token);
    },
    /** Fills in the form that was opened last, and sends it. @returns what is shown at it. */
    async sendForm(submission: Record<string, string>, token?: string): Promise<unknown> {
      const opened = kchat.dialogs.at(-1);
      if (!opened) throw new Error('No form was opened');
      const { dialog, url } = opened;
      const { state, callback_id } = dialog;
      const place = { channel_id: channelId('town-square'), team_id: sandbox.teamId };
      return call(
        `${sandbox.kchatUrl}/api/v4/actions/dialogs/submit`,
        { url, state, callback_id, ...place, submission },
        token,
      );
    },
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
    /** As people read it: not in the moment between the invitation and its seat, which the bot grants right after. */
    mailTo: (email: string, ms?: number): Promise<Mail> =>
      until(
        `a mail to ${email}`,
        () => {
          const isGuest = invitationsOf(email).length === 0;
          return (isGuest || hasSeat(email)) && mails.findLast(({ to }) => to === email);
        },
        ms,
      ),
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
    /** Ids, as often as each is there. */
    membersOf: (channel: string): string[] =>
      kchat.channelMembers.filter((one) => one.channel_id === channelId(channel)).map((one) => one.user_id),
    /** Cards, with and without buttons, left out. */
    messagesTo: (userId: string): string[] =>
      directPosts(userId)
        .filter((post) => !isCard(post))
        .map(({ message }) => message),
    cardsTo: (userId: string): Post[] => directPosts(userId).filter(isCard),
    /** With and without buttons. */
    cardsIn: (channel: string): Post[] => botPosts(channelId(channel)).filter(isCard),
    /** The files a person has been sent, oldest first. */
    filesTo: (userId: string): StoredFile[] =>
      directPosts(userId).flatMap(({ file_ids }) => file_ids.flatMap((id) => kchat.files.get(id) ?? [])),
    privateViewOf: (userId: string): string[] =>
      kchat.ephemerals.filter((post) => post.user_id === userId).map(({ message }) => message),
    invitationsOf,
    hasSeat,
  };
}

export type Actors = ReturnType<typeof actorsOn>;

function isCard({ props }: Post): boolean {
  return 'attachments' in props;
}

function buttonsOf(post: Post | undefined): { id: string; name: string }[] {
  const [attachment] = (post?.props.attachments ?? []) as { actions?: { id: string; name: string }[] }[];
  return attachment?.actions ?? [];
}
