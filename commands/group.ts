import { z } from 'zod';
import { defineCommand } from '../src/command-line/command.ts';
import { readChannelName } from '../src/command-line/invite-words.ts';
import { reply } from '../src/command-line/reply.ts';
import { readQuotedName } from '../src/command-line/split-words.ts';
import { UserError } from '../src/errors.ts';
import { deliveryKeys } from '../src/invitations/delivery-keys.ts';
import { findChannels } from '../src/invitations/find-channels.ts';
import { groupTexts } from '../src/texts/commands/group.ts';
import { channelLink, plain } from '../src/texts/plain.ts';
import { typed } from '../src/texts/typed.ts';

const example = 'group "Marketing" ~marketing';

const words = z.array(z.string()).transform((parts) => {
  const channel = parts.at(-1) ?? '';
  if (parts.length < 2 || !channel.startsWith('~')) {
    throw new UserError((locale, trigger) => groupTexts[locale].how(typed(example, trigger)));
  }
  return { channelName: readChannelName(channel) };
});

export const group = defineCommand({
  verb: 'group',
  permission: 'administrator',
  texts: groupTexts,
  usage: 'group "<work team>" ~channel',
  examples: [example],
  words,
  async run(context, { channelName }) {
    const { store, clock, settings, caller, locale, replyTo, text } = context;
    // All but the last word, which is the channel.
    const workTeam = readQuotedName(text.replace(/\S+[\s\p{Cf}]*$/u, ''));
    const [channel] = await findChannels(context, caller.user.id, [channelName]);
    if (!channel) throw new UserError(groupTexts[locale].how(typed(example, replyTo.trigger)));
    const runAt = clock.now();
    const userId = caller.user.id;
    const teamId = settings.team.id;
    await store.transaction(async ({ deliveries, audit }) => {
      await deliveries.enqueue({
        teamId,
        kind: 'group',
        target: channel.id,
        payload: { workTeam, channelId: channel.id, channelName: channel.name, userId, locale },
        dedupeKey: deliveryKeys.group(teamId, channel.id, userId, runAt),
        runAt,
      });
      const detail = `${workTeam} → ~${channel.name}`;
      await audit.add({ teamId, at: runAt, actor: userId, verb: 'group', detail });
    });
    return reply(groupTexts[locale].begun(`**${plain(workTeam)}**`, channelLink(channel.name)));
  },
});
