import type { Sandbox } from '../../sandbox/start.ts';
import type { Typist } from './commands.ts';

/** The administrator of the sandbox, with the token that only kChat and the bot know. */
export function typistOf({ world, teamId }: Sandbox): Typist {
  const pat = [...world.kchat.people.values()].find(({ username }) => username === 'pat.keller');
  const channel = [...world.kchat.channels.values()].find(({ name }) => name === 'town-square');
  const [command] = [...world.kchat.commands.values()];
  if (!pat || !channel || !command) throw new Error('The sandbox lacks its administrator, its channel or the command');
  return { token: command.token, teamId, channelId: channel.id, userId: pat.id };
}
