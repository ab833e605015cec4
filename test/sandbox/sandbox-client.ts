import { afterEach, beforeEach } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/start.ts';

/** The fields that the tests read, of answers of many shapes: each answer has only some of them. */
export interface Fields {
  id: string;
  user_id: string;
  kchat_user_id: string | null;
  username: string;
  name: string;
  trigger: string;
  token: string;
  message: string;
  delete_at: number;
  order: string[];
  errors: Record<string, string[]>;
  response_type: string;
  status: string;
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Fields;
  /** The body where it is a list. */
  items: Fields[];
}

/** A fresh sandbox for each test of the file, and short ways to call it. */
export function useSandbox(options?: SandboxOptions) {
  let running: Sandbox | undefined;
  const sandbox = (): Sandbox => {
    if (!running) throw new Error('The sandbox is not running');
    return running;
  };
  beforeEach(async () => {
    running = await startSandbox(options);
  });
  afterEach(() => sandbox().close());

  const kchatAs = (token: string) => (method: string, path: string, body?: unknown) =>
    call(`${sandbox().kchatUrl}/api/v4${path}`, method, body, token);
  return {
    sandbox,
    asAdmin: (method: string, path: string, body?: unknown) => kchatAs(sandbox().tokens.admin)(method, path, body),
    asMember: (method: string, path: string, body?: unknown) => kchatAs(sandbox().tokens.member)(method, path, body),
    kchatAs,
    infomaniak: (method: string, path: string, body?: unknown) =>
      call(sandbox().infomaniakUrl + path, method, body, sandbox().infomaniakToken),
    channel: (name: string) => named([...sandbox().world.kchat.channels.values()], (one) => one.name === name),
    person: (username: string) => named([...sandbox().world.kchat.people.values()], (one) => one.username === username),
  };
}

export async function call(url: string, method: string, body?: unknown, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'accept-language': 'en',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answered = parsed(await response.text());
  const items = Array.isArray(answered) ? (answered as Fields[]) : [];
  return { status: response.status, headers: response.headers, body: answered as Fields, items };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function named<T>(items: T[], matches: (item: T) => boolean): T {
  const found = items.find(matches);
  if (!found) throw new Error('The sandbox has no such thing');
  return found;
}

export const jane = {
  email: 'jane.doe@acme.ch',
  first_name: 'Jane',
  last_name: 'Doe',
  locale: 'en_GB',
  role_type: 'normal',
};

export const seat = { ksuite_access: { kchat_role: 'user', kdrive_role: 'user' } };
