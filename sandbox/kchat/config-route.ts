import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import type { Person } from './documents.ts';
import { openRoute } from './kchat-route.ts';

/** A flat map of strings, readable without a token; kChat: section 5. Tells, among others, where realtime is. */
export function configRoute(world: World): Route<Person> {
  return openRoute({
    method: 'get',
    path: '/config/client',
    query: z.strictObject({ format: z.literal('old') }),
    answer: () => json(world.kchat.flavor.clientConfig(world.origin)),
  });
}
