import type { Person } from '../kchat/documents.ts';
import { enterSilently, joinChannel } from '../kchat/joining.ts';
import { newChannel } from '../kchat/new-channel.ts';
import { hasRole, isTeamMember } from '../kchat/rights.ts';
import type { World } from '../world.ts';

export const approvalChannel = 'invitations';

/**
 * The private channel where members' requests are answered, as an administrator would make it: the bot has to be in it.
 * Called once the bot is registered.
 */
export function openApprovalChannel(world: World): void {
  const { kchat } = world;
  const inTeam = [...kchat.people.values()].filter((person) => isTeamMember(kchat, person.id));
  const administrators = inTeam.filter((person) => hasRole(person.roles, 'system_admin'));
  const [creator] = administrators;
  if (!creator) throw new Error('There is no administrator to open a channel.');
  const channel = newChannel(world, {
    name: approvalChannel,
    type: 'P',
    creatorId: creator.id,
    displayName: 'Invitations',
    purpose: 'What members ask for, and the numbers of the week',
  });
  const enter = (person: Person) => enterSilently(world, channel, person);
  administrators.forEach(enter);
  for (const bot of inTeam.filter((person) => person.is_bot)) joinChannel(world, channel, bot, creator);
}
