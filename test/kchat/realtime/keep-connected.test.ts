import { describe, expect, it, onTestFinished } from 'vitest';
import type { Connect, ConnectionListener } from '../../../src/kchat/realtime/connect.ts';
import { keepConnected } from '../../../src/kchat/realtime/keep-connected.ts';
import type { Hint } from '../../../src/ports/realtime.ts';
import { FakeLog } from '../../support/fake-log.ts';
import { until } from '../../support/until.ts';

/** Connections that the test opens, feeds and ends. */
function start(connect: Connect) {
  const hints: Hint[] = [];
  const log = new FakeLog();
  const realtime = keepConnected({ connect, onHint: (hint) => hints.push(hint), log, firstPauseMs: 1 });
  onTestFinished(() => realtime.stop());
  return { hints, log, realtime, warnings: () => log.lines.filter(({ level }) => level === 'warn').length };
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve('stopped');
    });
  });

describe('a connection that is kept up', () => {
  it('asks for a look at everybody whenever it stands', async () => {
    let opened = 0;
    const { hints } = start(async ({ onOpen }, signal) => {
      onOpen();
      opened += 1;
      return opened < 3 ? 'dropped' : untilAborted(signal);
    });
    await until('three openings', () => opened === 3);
    expect(hints).toEqual([{ about: 'everybody' }, { about: 'everybody' }, { about: 'everybody' }]);
  });

  it('knows whether it stands', async () => {
    const ended = Promise.withResolvers<string>();
    const refused = Promise.withResolvers<string>();
    let attempts = 0;
    const { realtime } = start(async ({ onOpen }, signal) => {
      attempts += 1;
      if (attempts === 2) return refused.promise;
      onOpen();
      return attempts === 1 ? ended.promise : untilAborted(signal);
    });
    await until('the first opening', () => realtime.state() === 'connected');
    ended.resolve('dropped');
    await until('the second attempt', () => attempts === 2);
    expect(realtime.state()).toBe('disconnected');
    refused.reject(new Error('refused'));
    await until('the next opening', () => realtime.state() === 'connected');
    expect(attempts).toBe(3);
  });

  it('passes on what it hears, and one event on several channels once', async () => {
    let listener: ConnectionListener | undefined;
    const { hints } = start((given, signal) => {
      listener = given;
      return untilAborted(signal);
    });
    await until('the connection', () => listener !== undefined);
    listener?.onEvent('user_added', { user_id: 'jane' }, 'one');
    listener?.onEvent('user_added', { user_id: 'jane' }, 'two');
    listener?.onEvent('typing', {}, 'one');
    expect(hints).toEqual([{ about: 'person', userId: 'jane' }]);
  });

  it('warns once when it fails again and again, and says when it works again', async () => {
    let attempts = 0;
    const { warnings, log } = start(async ({ onOpen }, signal) => {
      attempts += 1;
      if (attempts < 6) throw new Error('refused');
      onOpen();
      return untilAborted(signal);
    });
    await until('the opening', () => log.lines.some(({ message }) => message.includes('works again')));
    expect(warnings()).toBe(1);
  });

  it('says nothing of one failure: the server may be restarting', async () => {
    let attempts = 0;
    const { warnings } = start(async ({ onOpen }, signal) => {
      attempts += 1;
      if (attempts === 1) throw new Error('refused');
      onOpen();
      return untilAborted(signal);
    });
    await until('the second attempt', () => attempts === 2);
    expect(warnings()).toBe(0);
  });

  it('ends at once when it is stopped, also in the middle of a pause', async () => {
    const log = new FakeLog();
    const connect: Connect = () => Promise.reject(new Error('refused'));
    const realtime = keepConnected({ connect, onHint: () => undefined, log, firstPauseMs: 3_600_000 });
    await realtime.stop();
  });
});
