import { describe, expect, it } from 'vitest';
import { jobsJson, jobsText } from '../../src/jobs/print-jobs.ts';
import type { DeliverySummary } from '../../src/ports/delivery-store.ts';

const runAt = Date.UTC(2026, 10, 23, 9);
const welcome: DeliverySummary = {
  id: '3f2c1d00-0000-4000-8000-000000000001',
  kind: 'welcome',
  invitationId: undefined,
  state: 'dead',
  attempts: 200,
  runAt,
  endedAt: runAt + 5_000,
  lastError: '#refused:kChat:404',
};
const card: DeliverySummary = {
  ...welcome,
  kind: 'card',
  state: 'ready',
  invitationId: '9a1b',
  attempts: 0,
  endedAt: undefined,
  lastError: undefined,
};

describe('the list of jobs', () => {
  it('is a table whose columns stand below their heads', () => {
    const lines = jobsText({ jobs: [welcome, card], hasMore: false })
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(3);
    const [head = '', first = '', second = ''] = lines;
    for (const [column, one, other] of [
      ['STATE', 'dead', 'ready'],
      ['KIND', 'welcome', 'card'],
      ['INVITATION', '-', '9a1b'],
      ['ATTEMPTS', '200', '0'],
      ['DUE', '2026-11-23T09:00:05.000Z', '2026-11-23T09:00:00.000Z'],
      ['LAST ERROR', 'refused kChat 404', '-'],
    ] as const) {
      const at = head.indexOf(column);
      expect(first.slice(at)).toMatch(new RegExp(`^${one}(\\s|$)`));
      expect(second.slice(at)).toMatch(new RegExp(`^${other}(\\s|$)`));
    }
  });

  it('says when there is nothing, and when there is more', () => {
    expect(jobsText({ jobs: [], hasMore: false })).toContain('Nothing is owed');
    expect(jobsText({ jobs: [card], hasMore: true })).toContain('and more');
  });

  it('is one JSON document for scripts', () => {
    expect(JSON.parse(jobsJson({ jobs: [welcome], hasMore: false }))).toEqual({
      deliveries: [
        {
          id: welcome.id,
          kind: 'welcome',
          invitation: null,
          state: 'dead',
          attempts: 200,
          runAt: '2026-11-23T09:00:00.000Z',
          endedAt: '2026-11-23T09:00:05.000Z',
          lastError: 'refused kChat 404',
        },
      ],
      hasMore: false,
    });
  });

  it.each([
    ['#bug', 'bug'],
    ['#no_database', 'no_database'],
    ['#timeout:Infomaniak', 'timeout Infomaniak'],
    ['jane@acme.ch is not welcome', 'other'],
    ['#refused:kChat:404\njane@acme.ch', 'other'],
    ['#refused:jane@acme.ch', 'other'],
    ['#doing_channel:secret', 'other'],
  ])('names an error by its code and quotes nothing: %s', (lastError, code) => {
    const { deliveries } = JSON.parse(jobsJson({ jobs: [{ ...welcome, lastError }], hasMore: false })) as {
      deliveries: { lastError: string }[];
    };
    expect(deliveries[0]?.lastError).toBe(code);
  });
});
