/** The fields that the contract reads, of answers of many shapes: each answer has only some of them. */
export interface Fields {
  id: string;
  user_id: string;
  team_id: string;
  channel_id: string;
  username: string;
  first_name: string;
  last_name: string;
  email: string;
  is_bot: boolean;
  display_name: string;
  name: string;
  roles: string;
  type: string;
  message: string;
  props: { attachments?: Attachment[] };
  file_ids: string[] | null;
  file_infos: Fields[];
  create_at: number;
  update_at: number;
  delete_at: number;
  mention_count: number;
  order: string[];
  posts: Record<string, Fields>;
  text: string;
  response_type: string;
  trigger_id: string;
  trigger: string;
  url: string;
  method: string;
  token: string;
  auto_complete: boolean;
  error: string;
  WebsocketURL: string;
  errors: Record<string, string>;
}

export interface Attachment {
  text: string;
  actions?: { id: string; name: string; cookie?: string; integration?: unknown }[];
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Fields;
  /** The body where it is a list. */
  items: Fields[];
}

export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A kept connection may be closed by the server at the moment it is used again. */
const oneTime = { connection: 'close' };

/** Calls the server's API, with somebody's token or without any. Every status is an answer. */
export function chatApi(origin: string, token?: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(`${origin}/api/v4${path}`, {
      method,
      headers: {
        ...oneTime,
        accept: 'application/json',
        'accept-language': 'en',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const answered = parsed(await response.text());
    const items = Array.isArray(answered) ? (answered as Fields[]) : [];
    return { status: response.status, headers: response.headers, body: answered as Fields, items };
  };
}

/**
 * The answer to something that has to work.
 * @throws Error with what the server said instead
 */
export async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status < 300) return answer;
  throw new Error(`The server answered ${answer.status}: ${answer.body.message}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text.slice(0, 200) };
  }
}
