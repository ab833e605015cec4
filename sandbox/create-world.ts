import { firstProvider, type ProviderSettings } from './infomaniak/first-state.ts';
import { crowdOf, emptyKchat, newSession, settle, settleCrowd } from './kchat/first-people.ts';
import type { FlavorName } from './kchat/flavor/flavor.ts';
import { flavorNamed } from './kchat/flavor/named.ts';
import { createSignal } from './signal.ts';
import type { World } from './world.ts';

interface WorldSettings extends ProviderSettings {
  members?: number;
  now?: () => number;
  flavor?: FlavorName;
  refusesProps?: boolean;
  team?: string;
}

/** Both platforms as they are before anybody is invited, and sessions of the two people who play. */
export function createWorld(
  origin: string,
  { members = 0, now = Date.now, flavor = 'kchat', refusesProps = false, team = 'acme', ...provider }: WorldSettings,
): { world: World; tokens: { admin: string; member: string } } {
  const crowd = crowdOf(members);
  const state = firstProvider(provider, crowd, now());
  const world: World = {
    now,
    origin,
    kchat: emptyKchat(flavorNamed(flavor), {
      ...{ name: team, accountId: state.accountId, now: now(), refusesProps },
    }),
    provider: state,
    newcomers: new Set(),
    mails: [],
    requests: [],
    violations: [],
    changes: createSignal(),
    happenings: createSignal(),
  };
  const { pat, max } = settle(world);
  settleCrowd(world, crowd);
  return { world, tokens: { admin: newSession(world, pat), member: newSession(world, max) } };
}
