import express, { type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import type { CommandCall } from '../command-line/answer-command.ts';
import type { Reply } from '../command-line/reply.ts';
import { commandForm, type CommandForm } from './command-form.ts';
import { isValidToken } from './command-tokens.ts';
import type { HttpLog } from './error-handler.ts';

export interface CommandRouteOptions {
  /**
   * SHA-256 of every valid command token of a team, in hex, asked for at each call so that tokens can be rotated; without
   * a team, of all that are served here.
   */
  validTokenHashes: (teamId?: string) => Promise<readonly string[]>;
  answer: (call: CommandCall) => Promise<Reply>;
  /** Said when something unexpected happened, in the words of the team that the call names. */
  failed: (teamId?: string) => string;
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
  /** Both places are checked where both are used: each token has to be one of the team that the call is about. */
  const checkBody: RequestHandler = async (request, response, next) => {
    const { token, teamId } = inBody(request.body);
    const hashes = await validTokenHashes(teamId);
    const tokens = [tokenInHeader(request.headers.authorization), token].filter((one) => one !== undefined);
    if (tokens.length > 0 && tokens.every((one) => isValidToken(one, hashes))) next();
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
      return { text: failed(form.data.team_id) };
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

/**
 * From the body, where kChat and Mattermost both put the token; what is no text is a wrong token, or nobody's team. A body
 * that names no team is no command, which whoever has any token is told.
 */
function inBody(body: unknown): { token: string | undefined; teamId: string | undefined } {
  const { token, team_id }: { token?: unknown; team_id?: unknown } = typeof body === 'object' && body ? body : {};
  return { token: textOf(token), teamId: textOf(team_id) };
}

function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : '';
}
