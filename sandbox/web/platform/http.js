/**
 * Calls a route of this origin and returns the parsed answer, or `undefined` for an empty one. Throws an error in the
 * server's own words outside 2xx, or one that says that nothing answers. English is asked for because kChat words its
 * errors in the reader's language.
 */
export async function call(path, { method = 'GET', token, body } = {}) {
  const headers = { Accept: 'application/json', 'Accept-Language': 'en' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const request = fetch(path, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const response = await request.catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?');
  });
  const answer = parsed(await response.text());
  if (!response.ok) throw new Error(reason(answer) ?? `The server answered ${response.status}.`);
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
