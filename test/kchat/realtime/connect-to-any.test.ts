import { describe, expect, it } from 'vitest';
import type { Connect } from '../../../src/kchat/realtime/connect.ts';
import { connectToAny } from '../../../src/kchat/realtime/connect-to-any.ts';
import type { RealtimeKind } from '../../../src/kchat/realtime/find-kind.ts';

const listener = { onOpen: () => undefined, onEvent: () => undefined };
const { signal } = new AbortController();

function connectorsOf(works: Set<RealtimeKind>, tried: RealtimeKind[]) {
  const connector =
    (kind: RealtimeKind): Connect =>
    ({ onOpen }) => {
      tried.push(kind);
      if (!works.has(kind)) return Promise.reject(new Error('refused'));
      onOpen();
      return Promise.resolve('dropped');
    };
  return { pusher: connector('pusher'), mattermost: connector('mattermost') };
}

describe('connecting to whatever there is', () => {
  it('tries the other kind after a failure, and stays with what has worked', async () => {
    const tried: RealtimeKind[] = [];
    const found: RealtimeKind[] = [];
    const works = new Set<RealtimeKind>(['mattermost']);
    const connect = connectToAny({
      order: () => Promise.resolve(['pusher', 'mattermost']),
      connectors: connectorsOf(works, tried),
      onFound: (kind) => found.push(kind),
    });
    await expect(connect(listener, signal)).rejects.toThrow('refused');
    await connect(listener, signal);
    works.clear();
    await expect(connect(listener, signal)).rejects.toThrow('refused');
    await expect(connect(listener, signal)).rejects.toThrow('refused');
    expect(tried).toEqual(['pusher', 'mattermost', 'mattermost', 'mattermost']);
    expect(found).toEqual(['mattermost']);
  });

  it('asks again which there are when all have failed', async () => {
    let asked = 0;
    const connect = connectToAny({
      order: () => Promise.resolve((asked += 1) > 0 ? ['pusher'] : []),
      connectors: connectorsOf(new Set(), []),
      onFound: () => undefined,
    });
    await expect(connect(listener, signal)).rejects.toThrow('refused');
    await expect(connect(listener, signal)).rejects.toThrow('refused');
    expect(asked).toBe(2);
  });
});
