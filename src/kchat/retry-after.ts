/** From this value on a number of seconds is a date, not a wait (it lies in 2001). */
const firstEpochSecond = 1_000_000_000;

/**
 * How long the server asks us to wait, in milliseconds, or `undefined` when it does not say.
 *
 * `Retry-After` (seconds or an HTTP date) wins over `X-Ratelimit-Reset`, which counts seconds from now on Mattermost and
 * is a date in epoch seconds where Laravel writes it (kChat: section 5). Dates are compared with the answer's own
 * `Date` header, because more than a minute of skew between kChat and its clients has been seen.
 * @param nowMs our own clock, for answers without a `Date` header.
 */
export function retryAfterMs(headers: Headers, status: number, nowMs: number): number | undefined {
  const serverNow = Date.parse(headers.get('date') ?? '') || nowMs;
  const asked = headers.get('retry-after');
  if (asked !== null) return seconds(asked, serverNow) ?? fromDate(Date.parse(asked), serverNow);
  // Mattermost sends the reset header with every answer, so it means something on a refusal for haste only.
  const reset = status === 429 ? headers.get('x-ratelimit-reset') : null;
  return reset === null ? undefined : seconds(reset, serverNow);
}

function seconds(text: string, serverNow: number): number | undefined {
  if (!/^\d+$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value < firstEpochSecond ? value * 1000 : fromDate(value * 1000, serverNow);
}

function fromDate(dateMs: number, serverNow: number): number | undefined {
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - serverNow);
}
