import { expect, test } from 'vitest';
import { startHttp } from './start-http.ts';

test('an idle connection is kept for longer than a proxy keeps it, so that no command is sent into its end', async () => {
  const { url } = await startHttp();
  const { headers } = await fetch(`${url}/healthz`);
  const [, seconds] = /timeout=(\d+)/.exec(headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(120);
});
