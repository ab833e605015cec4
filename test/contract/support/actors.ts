import { randomBytes } from 'node:crypto';
import { until } from '../../support/until.ts';
import type { Identity, Named, Newcomer, Person } from '../target/target.ts';
import { chatApi, done, type Ask, type Answer, type Fields } from './chat-api.ts';
import type { ContractStage } from './stage.ts';

export type Actors = ReturnType<typeof actorsOn>;

/** What people do and see on any server: they type, open mail, arrive and read. */
export function actorsOn({ target, bot, command }: ContractStage) {
  const run = randomBytes(3).toString('hex');
  const as = ({ token }: Pick<Person, 'token'>): Ask => chatApi(target.url, token);

  /** What the bot has written in a channel, newest first, as this person sees it. */
  const botPostsIn = async (channelId: string, reader: Person): Promise<Fields[]> => {
    const { body } = await done(as(reader)('GET', `/channels/${channelId}/posts?per_page=200`));
    const posts = body.order.flatMap((id) => body.posts[id] ?? []);
    return posts.filter(({ user_id, type, delete_at }) => user_id === bot.id && type === '' && delete_at === 0);
  };
  const messagesTo = async (person: Person): Promise<string[]> => {
    const { body } = await done(as(person)('POST', '/channels/direct', [person.id, bot.id]));
    return (await botPostsIn(body.id, person)).map(({ message }) => message);
  };
  /** Waits for a direct message that holds all these parts, among others that may be about the same person. */
  const someMessageTo = (person: Person, ...parts: string[]): Promise<string> =>
    until(`a message to ${person.username} with "${parts.join('" and "')}"`, async () =>
      (await messagesTo(person)).find((message) => parts.every((part) => message.includes(part))),
    );
  const execute = (line: string, by: Person = target.inviter, channel: Named = target.general): Promise<Answer> =>
    as(by)('POST', '/commands/execute', { channel_id: channel.id, command: line });

  return {
    as,
    botPostsIn,
    messagesTo,
    someMessageTo,
    execute,
    /** Types the bot's command with these words. Returns the reply's text. */
    type: async (words: string, by?: Person): Promise<string> =>
      (await done(execute(`/${command.trigger} ${words}`, by))).body.text,
    /** An address that nobody else has on this server. */
    identity: (firstName: string, lastName: string, local = firstName.toLowerCase()): Identity => ({
      email: `${local}.${run}@example.test`,
      firstName,
      lastName,
    }),
    /** Waits for the invitee's mail and follows its link. */
    async accept(identity: Identity): Promise<Newcomer> {
      const inbox = `${target.provider.mailboxUrl}/messages?to=${encodeURIComponent(identity.email)}`;
      const mail = await until(`a mail to ${identity.email}`, async () => {
        const mails = (await (await fetch(inbox)).json()) as { acceptUrl: string }[];
        return mails[0];
      });
      return target.accept(mail.acceptUrl, identity);
    },
    /** How often each member of a channel was mentioned there since they last looked, by their ids. */
    async mentionCounts(channel: Named): Promise<Map<string, number>> {
      const counts = new Map<string, number>();
      for (let page = 0; ; page += 1) {
        const path = `/channels/${channel.id}/members?page=${page}&per_page=200`;
        const { items } = await done(as(target.inviter)('GET', path));
        for (const { user_id, mention_count } of items) counts.set(user_id, mention_count);
        if (items.length < 200) return counts;
      }
    },
    mentionCount: async (person: Person, channel: Named): Promise<number> =>
      (await done(as(person)('GET', `/channels/${channel.id}/members/${person.id}`))).body.mention_count,
    write: async (by: Person, channel: Named, message: string): Promise<Fields> =>
      (await done(as(by)('POST', '/posts', { channel_id: channel.id, message }))).body,
  };
}
