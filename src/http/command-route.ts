import express, { Router, type Request } from 'express';
import { z } from 'zod';
import type { CommandCall } from '../command-line/answer-command.ts';
import type { Reply } from '../command-line/reply.ts';
import { commandForm, type CommandForm } from './command-form.ts';
import { isValidToken } from './command-tokens.ts';
import type { HttpLog } from './error-handler.ts';

export interface CommandRouteOptions {
  /** SHA-256 of every valid command token, in hex, read at each call so that tokens can be rotated. */
  validTokenHashes: () => readonly string[];
  answer: (call: CommandCall) => Promise<Reply>;
  /** Said when something unexpected happened. */
  failed: string;
  log: HttpLog;
}

/** A pasted table of a thousand rows; clients take no longer message, so its limit is the one of import files. */
const bodyLimit = '1mb';
/** A mention in such a table comes as two parameters of its own. */
const parameterLimit = 10_000;

/** `POST /kchat/command`: checks the token, reads the form, and knows nothing else. */
export function commandRoute({ validTokenHashes, answer, failed, log }: CommandRouteOptions): Router {
  const router = Router();
  const parsers = [
    express.urlencoded({ limit: bodyLimit, parameterLimit, extended: false }),
    express.json({ limit: bodyLimit }),
  ];
  router.post('/kchat/command', ...parsers, async (request, response) => {
    if (!isValidToken(tokenOf(request), validTokenHashes())) {
      log.warn({}, 'a command came with a wrong token or none');
      response.status(401).json({ error: 'unauthorized' });
      return;
    }
    const form = commandForm.safeParse(request.body);
    if (!form.success) {
      log.warn({ fields: form.error.issues.map(({ path }) => path.join('.')) }, 'a command could not be read');
      response.status(400).json({ error: 'not a slash command', detail: z.prettifyError(form.error) });
      return;
    }
    const { text } = await answer(callOf(form.data)).catch((error: unknown) => {
      log.error({ err: error }, 'a command failed');
      return { text: failed };
    });
    // Without skip_slack_parsing, `<!channel>` in a name would become a real mention (mattermost-observed).
    response.json({ response_type: 'ephemeral', text, skip_slack_parsing: true });
  });
  return router;
}

function callOf({ team_id, channel_id, user_id, command, text, response_url, trigger_id }: CommandForm): CommandCall {
  return {
    teamId: team_id,
    channelId: channel_id,
    userId: user_id,
    command,
    text,
    responseUrl: response_url,
    triggerId: trigger_id,
  };
}

const bodyWithToken = z.object({ token: z.string() });

/** From the body, where kChat and Mattermost both put it. */
function tokenOf(request: Request): string {
  const body = bodyWithToken.safeParse(request.body);
  return body.success ? body.data.token : '';
}
