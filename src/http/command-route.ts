import express, { type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { CommandCall } from '../command-line/answer-command.ts';
import type { Reply } from '../command-line/reply.ts';
import { commandForm, type CommandForm } from './command-form.ts';
import { isValidToken } from './command-tokens.ts';
import type { HttpLog } from './error-handler.ts';

export interface CommandRouteOptions {
  /** SHA-256 of every valid command token, in hex, asked for at each call so that tokens can be rotated. */
  validTokenHashes: () => Promise<readonly string[]>;
  answer: (call: CommandCall) => Promise<Reply>;
  /** Said when something unexpected happened. */
  failed: string;
  log: HttpLog;
}

/** A pasted table of a thousand rows; clients take no longer message, so its limit is the one of import files. */
const bodyLimit = '1mb';
/** A mention in such a table comes as two parameters of its own. */
const parameterLimit = 10_000;

/** For `POST /kchat/command`, in order: checks the token, reads the form, and knows nothing else. */
export function commandRoute({ validTokenHashes, answer, failed, log }: CommandRouteOptions): RequestHandler[] {
  const parsers = [
    express.urlencoded({ limit: bodyLimit, parameterLimit, extended: false, inflate: false }),
    express.json({ limit: bodyLimit, inflate: false }),
  ];

  /** Only a token in the body lets a body be read before it is known who sends it. */
  const checkHeader: RequestHandler = async (request, response, next) => {
    const token = tokenInHeader(request.headers.authorization);
    if (token === undefined || isValidToken(token, await validTokenHashes())) next();
    else refuse(response);
  };
  /** Both places are checked where both are used. */
  const checkBody: RequestHandler = async (request, response, next) => {
    const token = tokenInBody(request.body);
    const isKnown =
      token === undefined
        ? tokenInHeader(request.headers.authorization) !== undefined
        : isValidToken(token, await validTokenHashes());
    if (isKnown) next();
    else refuse(response);
  };
  const refuse = (response: Response) => {
    log.warn({}, 'a command came with a wrong token or none');
    response.status(401).json({ error: 'unauthorized' });
  };

  const answerForm: RequestHandler = async (request, response) => {
    if (request.body === undefined) {
      response.status(415).json({ error: 'neither a form nor JSON' });
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
  };
  return [checkHeader, ...parsers, checkBody, answerForm];
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

/** `Authorization: Token ...`, which Mattermost sends as well (mattermost-observed, "Slash commands"). */
function tokenInHeader(authorization = ''): string | undefined {
  const [scheme = ''] = authorization.split(' ', 1);
  return scheme.toLowerCase() === 'token' ? authorization.slice(scheme.length).trim() : undefined;
}

const bodyWithToken = z.looseObject({ token: z.unknown() });

/** From the body, where kChat and Mattermost both put it; what is no text is a wrong token. */
function tokenInBody(body: unknown): string | undefined {
  const token = bodyWithToken.safeParse(body).data?.token;
  return token === undefined || typeof token === 'string' ? token : '';
}
