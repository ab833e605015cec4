import { z } from 'zod';
import { json } from '../../http/answer.ts';
import type { Route } from '../../http/route.ts';
import type { World } from '../../world.ts';
import { refusal } from '../refusal.ts';
import type { Person } from '../documents.ts';
import { openRoute } from '../kchat-route.ts';
import { dialogSchema } from './dialog.ts';
import { dialogProblems } from './dialog-problems.ts';
import { requireTrigger } from './trigger-id.ts';

/**
 * Opens a form on a person's screen. Mattermost, observed: no login is asked for, the trigger is enough.
 * kChat: not published, but both its clients handle the event; reference/kchat.md section 4.
 */
export function openDialogRoute(world: World): Route<Person> {
  const path = '/actions/dialogs/open';
  return openRoute({
    method: 'post',
    path,
    body: z.strictObject({
      trigger_id: z.string().default(''),
      url: z.string().default(''),
      dialog: dialogSchema.prefault({}),
    }),
    answer: ({ body: { trigger_id: triggerId, url, dialog } }) => {
      if (url === '') throw missingUrl();
      const { clientId, userId } = requireTrigger(world, triggerId);
      for (const problem of dialogProblems(dialog)) {
        world.violations.push({ service: 'kchat', method: 'POST', path: `/api/v4${path}`, by: undefined, problem });
      }
      const opened = { trigger_id: clientId, url, dialog };
      world.kchat.dialogs.push({ user_id: userId, ...opened });
      world.happenings.notify({ kind: 'dialog opened', userId, dialog: opened });
      return json({ status: 'OK' });
    },
  });
}

/** Both dialog routes want to know where the submission goes. */
export const missingUrl = () =>
  refusal(400, {
    id: 'api.context.invalid_body_param.app_error',
    en: 'Invalid or missing url in request body.',
    fr: 'Le champ url est absent ou non valide.',
  });
