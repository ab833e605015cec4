import { RemoteRefusal } from '../errors.ts';

/**
 * A value as one part of a path. Encoding alone is not enough: `.` and `..` stay as they are, an empty part turns one
 * route into another, and Mattermost tidies the path after decoding, slashes included, and answers with a redirect.
 * @throws RemoteRefusal 400, as a server would answer such a value.
 */
export function pathPart(value: string): string {
  if (value.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw new RemoteRefusal({
      service: 'kChat',
      operation: 'composing a path',
      status: 400,
      code: 'unusable_path_part',
      description: 'A value with empty or dotted parts cannot name anything.',
    });
  }
  return encodeURIComponent(value);
}
