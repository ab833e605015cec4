/** The server said no, in its own words. */
export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * Calls a route of this origin and returns the parsed answer, or `undefined` for an empty one. Throws `Refusal`
 * outside 2xx. English is asked for because kChat words its errors in the reader's language.
 */
export async function call(path, { method = 'GET', token, body } = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': 'en' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const answer = parsed(await response.text());
  if (!response.ok) throw new Refusal(response.status, reason(answer) ?? `The server answered ${response.status}.`);
  return answer;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reason(answer) {
  return answer?.message ?? answer?.error?.description ?? answer?.error?.code;
}
