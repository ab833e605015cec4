import autocannon from 'autocannon';

/** One thing that can be asked for again and again. */
export interface Target {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** A new one for each request. */
  body: () => string;
}

export interface Rate {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

/**
 * Asks as fast as answers come.
 * @param seconds how long
 * @throws Error when anything but a success came back: a fast refusal is no result.
 */
export async function measureRate({ name, url, headers, body }: Target, connections: number, seconds: number) {
  const result = await autocannon({
    url,
    method: 'POST',
    connections,
    duration: seconds,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    requests: [{ setupRequest: (request) => ({ ...request, body: body() }) }],
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${name}: ${result.errors} requests failed and ${result.non2xx} were refused`);
  }
  const rate: Rate = { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
  return rate;
}
