import type { World } from '../../world.ts';
import type { Channel, Command, Person } from '../documents.ts';
import { mentionedNames } from '../mentions.ts';
import { personByUsername } from '../people.ts';

interface CommandCall {
  caller: Person;
  channel: Channel;
  command: Command;
  text: string;
  triggerId: string;
  hookId: string;
}

/**
 * What the server of a command is told, in the fields a Mattermost server was seen to send: the text unchanged, the
 * trigger in lower case, mentions only when there are some (reference/mattermost-observed.md, Slash commands).
 */
export function commandForm(world: World, call: CommandCall): URLSearchParams {
  const { caller, channel, command, text } = call;
  const form = new URLSearchParams({
    channel_id: channel.id,
    channel_name: channel.name,
    command: `/${command.trigger}`,
    response_url: `${world.origin}/hooks/commands/${call.hookId}`,
    team_domain: world.kchat.team.name,
    team_id: world.kchat.team.id,
    text,
    token: command.token,
    trigger_id: call.triggerId,
    user_id: caller.id,
    user_name: caller.username,
  });
  for (const name of new Set(mentionedNames(text))) {
    const person = personByUsername(world, name);
    if (!person) continue;
    form.append('user_mentions', person.username);
    form.append('user_mentions_ids', person.id);
  }
  const channelNames = text.matchAll(/(?<!\S)~([a-z0-9_-]+)/g).map(([, name]) => name);
  for (const name of new Set(channelNames)) {
    const mentioned = [...world.kchat.channels.values()].find((one) => one.name === name && one.type === 'O');
    if (!mentioned) continue;
    form.append('channel_mentions', mentioned.name);
    form.append('channel_mentions_ids', mentioned.id);
  }
  return form;
}
