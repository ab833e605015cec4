import { commands } from '../../commands/index.ts';
import { createAnswerer } from '../../src/command-line/answer-command.ts';
import { createFormAnswerer, type FormResult } from '../../src/command-line/answer-form.ts';
import { createPressAnswerer } from '../../src/command-line/answer-press.ts';
import type { ActionAnswer, FormValues } from '../../src/command-line/interaction.ts';
import { createCallLimits } from '../../src/call-limits.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { createCallerLookup } from '../../src/invitations/caller.ts';
import type { Settings } from '../../src/invitations/dependencies.ts';
import { chatUser } from '../support/fake-chat.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

export interface Typist {
  world: FakeWorld;
  /** Types a line after the trigger, as Anna (an administrator) unless told otherwise. */
  type: (text: string, as?: { userId?: string; command?: string; teamId?: string }) => Promise<string>;
  /** Sends the form that was opened last, as Anna unless told otherwise. */
  send: (values: FormValues, as?: { userId?: string; ticket?: string }) => Promise<FormResult>;
  /** Presses a button of the newest card in Anna's direct messages, as Anna unless told otherwise. */
  press: (
    label: string,
    as?: { userId?: string; ticket?: string; postId?: string | undefined },
  ) => Promise<ActionAnswer>;
}

/** Somebody who types commands; the provider works as soon as a reply waits for it. */
export async function openTypist(
  changes: Partial<Settings> = {},
  attempted: (world: FakeWorld) => Promise<void> = (world) => world.drain(),
): Promise<Typist> {
  return typistIn(await openWorld(changes), attempted);
}

/** The same in a world that is there already. */
export function typistIn(
  world: FakeWorld,
  attempted: (world: FakeWorld) => Promise<void> = (world) => world.drain(),
): Typist {
  world.chat.join(chatUser('anna', { firstName: 'Anna', lastName: 'Meier', isSystemAdmin: true }));
  const callers = createCallerLookup(world.chat, world.deps.settings, world.clock);
  const redeeming = { deps: world.deps, registry: createRegistry(commands), callers, limits: createCallLimits(0) };
  let typed = 0;
  const pressAnswerer = createPressAnswerer(redeeming);
  const formAnswerer = createFormAnswerer({ ...redeeming, log: world.log });
  const answer = createAnswerer({
    ...redeeming,
    attempted: () => attempted(world),
  });
  return {
    world,
    send: async (values, { userId = 'anna', ticket } = {}) =>
      formAnswerer({
        ticket: ticket ?? world.chat.forms.at(-1)?.ticket ?? '',
        userId,
        values,
        place: { channelId: 'town-square', postId: undefined, triggerId: undefined },
      }),
    press: async (label, { userId = 'anna', ticket, postId } = {}) => {
      const [card] = world.chat.cardsTo('anna').slice(-1);
      const button = card?.buttons.find((one) => one.label === label);
      if (!button && ticket === undefined) throw new Error(`There is no button ${label}`);
      const cardId = postId ?? card?.postId ?? '';
      const place = { channelId: 'direct', postId: cardId, triggerId: 'trigger' };
      const pressed = await pressAnswerer({ ticket: ticket ?? button?.ticket ?? '', userId, place });
      // The platform shows what the answer says.
      if (pressed.card) await world.chat.updateCard(cardId, pressed.card);
      return pressed;
    },
    type: async (text, { userId = 'anna', command = '/kinvite', teamId = world.deps.settings.team.id } = {}) => {
      const call = {
        teamId,
        channelId: 'town-square',
        userId,
        command,
        text,
        responseUrl: undefined,
        triggerId: `trigger-${(typed += 1)}`,
      };
      return (await answer(call)).text;
    },
  };
}
