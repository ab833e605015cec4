import { describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { openClinic } from './clinic.ts';

describe('the doctor and realtime', () => {
  it.each([
    ['kchat', 'Pusher'],
    ['mattermost', 'Mattermost’s WebSocket'],
  ] as const)('hears %s by %s', async (flavor, name) => {
    const { finding, sandbox } = await openClinic({ flavor });
    expect(await finding('realtime')).toMatchObject({
      status: 'ok',
      message: expect.stringContaining(name) as string,
    });
    await until('the end of the connection', () => sandbox.realtime.connections() === 0);
  });

  it('warns when no connection comes about', async () => {
    const { finding, sandbox } = await openClinic();
    sandbox.realtime.cut();
    expect(await finding('realtime')).toMatchObject({
      status: 'warning',
      remedy: expect.stringContaining('WebSockets') as string,
    });
  });

  it('warns when the configuration names the wrong kind, and names the remedy', async () => {
    const { finding } = await openClinic();
    expect(await finding('realtime', { KCHAT_REALTIME: 'mattermost' })).toMatchObject({
      status: 'warning',
      remedy: expect.stringContaining('KCHAT_REALTIME=auto') as string,
    });
  });

  it('finds it right that realtime is off when somebody wants it so', async () => {
    const { finding } = await openClinic();
    expect(await finding('realtime', { KCHAT_REALTIME: 'off' })).toMatchObject({ status: 'ok' });
  });
});
