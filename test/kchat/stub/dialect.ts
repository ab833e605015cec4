import { randomBytes, randomUUID } from 'node:crypto';

/** Where kChat and Mattermost differ in the form of what they say. */
export interface Dialect {
  name: 'kChat' | 'Mattermost';
  newId: () => string;
  isId: (text: string) => boolean;
  error: (status: number, id: string, message: string) => object;
  unknownRoute: (path: string) => object;
}

const kchat: Dialect = {
  name: 'kChat',
  newId: randomUUID,
  isId: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  error: (_status, _id, message) => ({ message }),
  unknownRoute: (path) => ({ message: `The route ${path.slice(1)} could not be found.` }),
};

const mattermost: Dialect = {
  name: 'Mattermost',
  newId: () => randomBytes(26).toString('hex').slice(0, 26),
  isId: (text) => /^[a-z0-9]{26}$/.test(text),
  error: (status, id, message) => ({ id, message, detailed_error: '', request_id: 'r', status_code: status }),
  unknownRoute: () => mattermost.error(404, 'api.context.404.app_error', 'Sorry, we could not find the page.'),
};

export const dialects = [kchat, mattermost];
export { kchat, mattermost };
