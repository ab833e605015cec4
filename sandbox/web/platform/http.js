/**
 * Calls a route of this origin and returns the parsed answer, or `undefined` for an empty one. A `FormData` body goes as
 * it is, any other as JSON. Throws an error in the server's own words outside 2xx, or one that says that nothing answers.
 */
export async function call(path, options = {}) {
  return parsed(await (await request(path, options)).text());
}

/** The bytes of a file. Throws like `call`. */
export async function download(path, options = {}) {
  return (await request(path, options)).blob();
}

async function request(path, { method = 'GET', token, body }) {
  // English is asked for because kChat words its errors in the reader's language.
  const headers = { Accept: 'application/json', 'Accept-Language': 'en' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const asIs = body === undefined || body instanceof FormData;
  if (!asIs) headers['Content-Type'] = 'application/json';
  const response = await fetch(path, { method, headers, body: asIs ? body : JSON.stringify(body) }).catch(() => {
    throw new Error('The sandbox does not answer. Is it still running?');
  });
  if (response.ok) return response;
  throw new Error(reason(parsed(await response.text())) ?? `The server answered ${response.status}.`);
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
