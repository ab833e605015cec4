import type { Flavor, FlavorName } from './flavor.ts';
import { kchat } from './kchat.ts';
import { mattermost } from './mattermost.ts';

const flavors: Record<FlavorName, Flavor> = { kchat, mattermost };

export const flavorNamed = (name: FlavorName): Flavor => flavors[name];
