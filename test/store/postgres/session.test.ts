import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { DatabaseUnavailableError } from '../../../src/errors.ts';
import { Session, type SessionWork } from '../../../src/store/postgres/session.ts';
import { FakeLog } from '../../support/fake-log.ts';
import { startProxy, type Proxy } from '../../support/postgres/proxy.ts';
import { createSchema } from '../../support/postgres/temporary-schema.ts';
import { until } from '../../support/until.ts';

let proxy: Proxy;
let log: FakeLog;
/** How often each part of the work was done. */
let done: Record<keyof SessionWork, number>;
beforeEach(async () => {
  proxy = await startProxy(await createSchema(inject('postgresUrl') ?? ''));
  log = new FakeLog();
  done = { begin: 0, tick: 0, ended: 0 };
});

/** A session whose work is counted, and goes as these say. */
function sessionWith(work: Partial<Record<keyof SessionWork, () => Promise<void>>>): Session {
  const count = (part: keyof SessionWork) => () => {
    done[part] += 1;
    return work[part]?.() ?? Promise.resolve();
  };
  const session = new Session(proxy.url, { begin: count('begin'), tick: count('tick'), ended: count('ended') }, log);
  onTestFinished(() => session.stop());
  return session;
}

/** It breaks, and can be had again. */
function breakIt(): void {
  proxy.cut();
  proxy.restore();
}

const failing = () => Promise.reject(new Error('refused'));

describe('a session with PostgreSQL', () => {
  it('whose first tick fails ends what that has begun', async () => {
    await expect(sessionWith({ tick: failing }).start()).rejects.toThrow('refused');
    expect(done).toEqual({ begin: 1, tick: 1, ended: 1 });
  });

  it('that does not come about says so in a sentence', async () => {
    proxy.cut();
    await expect(sessionWith({}).start()).rejects.toThrow(DatabaseUnavailableError);
    proxy.restore();
    const unanswered = new Error('Query read timeout');
    await expect(sessionWith({ tick: () => Promise.reject(unanswered) }).start()).rejects.toThrow(/does not answer/);
  });

  it('comes back when it breaks, and ends each time what was begun', async () => {
    const session = sessionWith({ tick: () => (done.tick === 2 ? failing() : Promise.resolve()) });
    await session.start();
    breakIt();
    await until('a session after one that failed', () => done.begin === 3 && session.isUp, 15_000);
    expect(done.ended).toBe(2);
  });

  it('that does not come back is told once', async () => {
    const session = sessionWith({ tick: () => (done.tick > 1 ? failing() : Promise.resolve()) });
    await session.start();
    breakIt();
    await until('the fifth attempt', () => done.tick === 5, 20_000);
    expect(log.messages('warn').filter((message) => message.includes('keep trying'))).toHaveLength(1);
  });

  it('comes back when what ends with it does not end well', async () => {
    const session = sessionWith({ ended: failing });
    await session.start();
    breakIt();
    await until('the session to be back', () => done.begin === 2 && session.isUp, 15_000);
    expect(log.messages('warn')).toContainEqual(expect.stringContaining('did not end well'));
  });

  it('comes back when what ends with it does not end at all', async () => {
    const session = sessionWith({ ended: () => new Promise(() => undefined) });
    await session.start();
    breakIt();
    await until('the session to be back', () => done.begin === 2 && session.isUp, 20_000);
    expect(log.messages('warn')).toContainEqual(expect.stringContaining('takes long to end'));
  });
});
