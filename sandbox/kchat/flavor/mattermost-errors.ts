import type { Answer } from '../../http/answer.ts';
import type { ErrorStyle } from './flavor.ts';
import { mattermostIds } from './mattermost-ids.ts';

const invalidBody = 'api.context.invalid_body_param.app_error';

/** Mattermost, observed: every error has a name and repeats its status; the language is the server's. */
export const mattermostErrors: ErrorStyle = {
  refused: ({ status, sentence: { en, id, mattermostId }, field }) => {
    if (field !== undefined) return failed(400, mattermostId ?? id ?? invalidBody, en);
    return failed(status, mattermostId ?? id ?? `sandbox.unseen_${status}.app_error`, en);
  },
  invalid: (problems) =>
    failed(400, invalidBody, `Invalid or missing ${problems[0]?.field ?? 'body'} in request body.`),
  unknownRoute: noSuchPage,
  // The router takes a route with another method for no route at all.
  wrongMethod: (_method, path) => noSuchPage(path),
  broken: (status) => ({ ...body(status, 'sandbox.fault.app_error', 'The sandbox was told to fail.') }),
};

function failed(status: number, id: string, message: string): Answer {
  return { status, json: body(status, id, message) };
}

function body(status: number, id: string, message: string) {
  return { id, message, detailed_error: '', request_id: mattermostIds.newId(), status_code: status };
}

/** JSON under the name of plain text, without a `request_id`. */
function noSuchPage(path: string): Answer {
  return {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    json: {
      id: 'api.context.404.app_error',
      message: 'Sorry, we could not find the page.',
      detailed_error: `There doesn't appear to be an api call for the url='${path}'.`,
      status_code: 404,
    },
  };
}
