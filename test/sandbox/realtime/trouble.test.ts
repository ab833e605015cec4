import { afterEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/start.ts';
import { until } from '../../support/until.ts';
import { call } from '../sandbox-client.ts';
import { listenAt, type Ear } from './ear.ts';
import { pusherEar } from './pusher-ear.ts';

let sandbox: Sandbox;
afterEach(() => sandbox.close());

/** The member listens for arrivals, in the way of the flavour. */
const listeners = {
  async kchat(): Promise<Ear> {
    const ear = await pusherEar(sandbox.origin, sandbox.tokens.member);
    await ear.subscribe(`private-team.${sandbox.teamId}`);
    return ear;
  },
  async mattermost(): Promise<Ear> {
    const headers = { authorization: `Bearer ${sandbox.tokens.member}` };
    const ear = await listenAt(`${sandbox.origin.replace('http', 'ws')}/api/v4/websocket`, { headers });
    await ear.message({ event: 'hello' });
    return ear;
  },
};

const arrive = (name: string) => {
  const walkIn = { first_name: name, last_name: 'Berg', email: `${name.toLowerCase()}@acme.ch` };
  return call(`${sandbox.origin}/sandbox/walk-in`, 'POST', walkIn);
};
const told = async (ear: Ear, name: string) => {
  const { kchat_user_id: id } = (await arrive(name)).body;
  return until('the arrival', () => JSON.stringify(ear.heard('user_added')).includes(id ?? '?'), 5_000);
};

describe.each([
  ['kchat', 4200],
  ['mattermost', 1006],
] as const)('realtime of %s', (flavor, code) => {
  const listen = async () => {
    const ear = await listeners[flavor]();
    await until('somebody who listens', () => sandbox.realtime.connections() > 0, 5_000);
    return ear;
  };

  test('is dropped with the server’s own code, and comes back at once', async () => {
    sandbox = await startSandbox({ flavor });
    const ear = await listen();
    expect(sandbox.realtime.connections()).toBe(1);
    sandbox.realtime.drop();
    expect(sandbox.realtime.connections()).toBe(0);
    expect(await ear.closed).toBe(code);
    await told(await listen(), 'Wanda');
  });

  test('is refused while it is cut, and tells nothing of that time afterwards', async () => {
    sandbox = await startSandbox({ flavor });
    const ear = await listen();
    sandbox.realtime.cut();
    expect(await ear.closed).toBe(code);
    await expect(listeners[flavor]()).rejects.toThrow('503');
    const missed = (await arrive('Wanda')).body.kchat_user_id ?? '';
    sandbox.realtime.restore();
    const again = await listen();
    await told(again, 'Walter');
    expect(JSON.stringify(again.messages)).not.toContain(missed);
  });

  test('tells nothing while it is muted, though the connection stands', async () => {
    sandbox = await startSandbox({ flavor });
    const ear = await listen();
    await call(`${sandbox.origin}/sandbox/realtime`, 'POST', { action: 'mute' });
    const missed = (await arrive('Wanda')).body.kchat_user_id ?? '';
    await call(`${sandbox.origin}/sandbox/realtime`, 'POST', { action: 'restore' });
    await told(ear, 'Walter');
    expect(JSON.stringify(ear.messages)).not.toContain(missed);
    expect(sandbox.realtime.connections()).toBe(1);
  });

  test('is not served anywhere else', async () => {
    sandbox = await startSandbox({ flavor });
    await expect(listenAt(`${sandbox.origin.replace('http', 'ws')}/elsewhere`)).rejects.toThrow('404');
  });
});
