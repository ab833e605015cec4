import { expect, it } from 'vitest';
import type { Fact } from '../../src/ports/observe.ts';
import { until } from '../support/until.ts';
import { form, postBody, postForm, startHttp } from './start-http.ts';

type Reply = Extract<Fact, { happened: 'reply' }>;

it('prints the metrics as Prometheus wants them', async () => {
  const metrics = () => Promise.resolve({ contentType: 'text/plain; version=0.0.4; charset=utf-8', text: 'up 1\n' });
  const { url } = await startHttp({ metrics });
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  await expect(response.text()).resolves.toBe('up 1\n');
});

it('every reply is observed by the route it was written for, and never by what was asked for', async () => {
  const replies: Reply[] = [];
  const http = await startHttp({ observe: (fact) => fact.happened === 'reply' && replies.push(fact) });
  await postForm(http, form);
  await postForm(http, { ...form, token: 'wrong' });
  await postBody(http, 'application/json', '{broken');
  await fetch(`${http.url}/kchat/action`, { method: 'POST' });
  await fetch(`${http.url}/healthz?token=secret`);
  await fetch(`${http.url}/jane@acme.ch`);
  await until('all replies', () => replies.length === 6);
  expect(replies.map(({ route, status }) => `${route} ${status}`)).toEqual([
    '/kchat/command 200',
    '/kchat/command 401',
    '/kchat/command 400',
    '/kchat/action 401',
    '/healthz 200',
    'unknown 404',
  ]);
  expect(replies.every(({ durationMs }) => durationMs >= 0 && durationMs < 60_000)).toBe(true);
});
