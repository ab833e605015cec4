import { z } from 'zod';
import { defineCommand, type CommandContext } from '../src/command-line/command.ts';
import { readChannelName } from '../src/command-line/invite-words.ts';
import { reply, type Reply } from '../src/command-line/reply.ts';
import { UserError } from '../src/errors.ts';
import { findChannels } from '../src/invitations/find-channels.ts';
import { channelsTexts } from '../src/texts/commands/channels.ts';
import { channelLink, channelLinks, code } from '../src/texts/plain.ts';
import { typed } from '../src/texts/typed.ts';

const most = 20;
const ways = ['channels', 'channels add ~name', 'channels remove ~name'];

const words = z.array(z.string()).transform(([action, name, ...more]) => {
  if (action === undefined) return undefined;
  if ((action !== 'add' && action !== 'remove') || name === undefined || more.length > 0) {
    throw new UserError((locale, trigger) =>
      channelsTexts[locale].how(ways.map((way) => typed(way, trigger)).join(', ')),
    );
  }
  return { action, name: readChannelName(name) } as const;
});

export const channels = defineCommand({
  verb: 'channels',
  permission: 'administrator',
  texts: channelsTexts,
  usage: 'channels [add|remove ~name]',
  examples: ['channels', 'channels add ~marketing', 'channels remove ~marketing'],
  words,
  async run(context, change) {
    if (change === undefined) return show(context);
    return change.action === 'add' ? add(context, change.name) : remove(context, change.name);
  },
});

async function show({ store, settings, locale, replyTo }: CommandContext): Promise<Reply> {
  const all = await store.newcomerChannels.all(settings.team.id);
  const texts = channelsTexts[locale];
  if (all.length === 0) return reply(texts.none(`\`/${replyTo.trigger} channels add ~marketing\``));
  return reply(texts.these(channelLinks(all)));
}

async function add(context: CommandContext, name: string): Promise<Reply> {
  const { store, clock, settings, caller, locale } = context;
  const texts = channelsTexts[locale];
  const [channel] = await findChannels(context, caller.user.id, [name]);
  if (!channel) throw new UserError(texts.notThere(code(`~${name}`)));
  const teamId = settings.team.id;
  if ((await store.newcomerChannels.all(teamId)).length >= most) throw new UserError(texts.tooMany(most));
  const isNew = await store.transaction(async (queries) => {
    const at = clock.now();
    if (!(await queries.newcomerChannels.add(teamId, channel, caller.user.id, at))) return false;
    const act = { teamId, at, actor: caller.user.id, verb: 'channel_added' } as const;
    await queries.audit.add({ ...act, detail: `~${channel.name}` });
    return true;
  });
  return reply(isNew ? texts.added(channelLink(channel.name)) : texts.isThere(channelLink(channel.name)));
}

async function remove(context: CommandContext, name: string): Promise<Reply> {
  const { store, clock, settings, caller, locale } = context;
  const teamId = settings.team.id;
  const texts = channelsTexts[locale];
  const wasThere = await store.transaction(async (queries) => {
    if (!(await queries.newcomerChannels.remove(teamId, name))) return false;
    const act = { teamId, at: clock.now(), actor: caller.user.id, verb: 'channel_removed' } as const;
    await queries.audit.add({ ...act, detail: `~${name}` });
    return true;
  });
  if (!wasThere) throw new UserError(texts.notThere(code(`~${name}`)));
  return reply(texts.removed(channelLink(name)));
}
