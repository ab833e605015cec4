import { describe, expect, it } from 'vitest';
import { findingOf, openClinic } from './clinic.ts';
import { startProxy } from './proxy.ts';

/** A proxy to the sandbox whose clock is off by so many milliseconds, or that does not tell the time. */
const proxyAt = (origin: string, skewMs: number | undefined) =>
  startProxy(origin, (_path, response) => {
    response.sendDate = false;
    if (skewMs !== undefined) response.setHeader('date', new Date(Date.now() + skewMs).toUTCString());
    return false;
  });

describe('the doctor and the clocks', () => {
  it.each([
    [-70_000, 'warning', /(69|70|71) s behind/],
    [70_000, 'warning', /(69|70|71) s ahead of/],
    [50_000, 'ok', /agree/],
    [undefined, 'skipped', /does not tell/],
  ])('meets servers that are off by %s ms with %s', async (skewMs, status, words) => {
    const { sandbox, examine } = await openClinic();
    const origin = await proxyAt(sandbox.origin, skewMs);
    const report = await examine({ KCHAT_URL: origin, INFOMANIAK_API_URL: `${origin}/infomaniak` });
    for (const check of ['kchat-clock', 'infomaniak-clock']) {
      expect(findingOf(report, check)).toMatchObject({ status, message: expect.stringMatching(words) as string });
      if (status === 'warning') expect(findingOf(report, check).remedy).toContain('NTP');
    }
  });
});
