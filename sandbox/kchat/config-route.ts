import { z } from 'zod';
import { json } from '../http/answer.ts';
import type { Route } from '../http/route.ts';
import type { World } from '../world.ts';
import type { Person } from './documents.ts';
import { openRoute } from './kchat-route.ts';

/** Longest message, in characters. */
export const maxPostSize = 16_383;

/** kChat: a flat map of strings, readable without a token; reference/kchat.md section 5. */
export function configRoute(world: World): Route<Person> {
  return openRoute({
    method: 'get',
    path: '/config/client',
    query: z.strictObject({ format: z.literal('old') }),
    answer: () =>
      json({
        Version: '10.5.0',
        SiteName: 'kChat',
        SiteURL: world.origin,
        WebsocketURL: world.origin.replace(/^http/, 'ws'),
        MaxPostSize: String(maxPostSize),
        DefaultClientLocale: 'fr',
        EnableCommands: 'true',
        EnableBotAccountCreation: 'true',
        EnableUserAccessTokens: 'true',
      }),
  });
}
