import { commands } from '../../commands/index.ts';
import { createAnswerer } from '../../src/command-line/answer-command.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { createCallerLookup } from '../../src/invitations/caller.ts';
import type { Settings } from '../../src/invitations/dependencies.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

export interface Typist {
  world: FakeWorld;
  /** Types a line after the trigger, as Anna (an administrator) unless told otherwise. */
  type: (text: string, as?: { userId?: string; command?: string; teamId?: string }) => Promise<string>;
}

/** Somebody who types commands; the provider works as soon as a reply waits for it. */
export async function openTypist(
  changes: Partial<Settings> = {},
  attempted: (world: FakeWorld) => Promise<void> = (world) => world.drain(),
): Promise<Typist> {
  const world = await openWorld(changes);
  world.chat.join(chatUser('anna', { firstName: 'Anna', lastName: 'Meier', isSystemAdmin: true }));
  const answer = createAnswerer({
    deps: world.deps,
    registry: createRegistry(commands),
    findCaller: createCallerLookup(world.chat, world.deps.settings, world.clock).find,
    attempted: () => attempted(world),
  });
  return {
    world,
    type: async (text, { userId = 'anna', command = '/kinvite', teamId = team.id } = {}) => {
      const call = {
        teamId,
        channelId: 'town-square',
        userId,
        command,
        text,
        responseUrl: undefined,
        triggerId: undefined,
      };
      return (await answer(call)).text;
    },
  };
}
