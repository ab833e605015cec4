import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLooks } from '../src/arrivals/looks.ts';
import { jobKinds } from '../src/deliveries/kinds/all.ts';
import { createMetrics } from '../src/metrics/create-metrics.ts';
import type { DeliveryKind } from '../src/ports/delivery-store.ts';
import type { Fact } from '../src/ports/observe.ts';
import { openWorld } from './support/fake-world.ts';

const textOf = (file: string) => readFileSync(new URL(`../docs/${file}`, import.meta.url), 'utf8');
const dashboard = textOf('monitoring/dashboard.json');
const alerts = textOf('monitoring/alerts.yaml');
const page = textOf('monitoring.md');

const durationMs = 1;
const answers = (['answered', 'mistake', 'refused', 'failed'] as const).map((outcome): Fact => ({
  happened: 'answer',
  verb: 'invite',
  by: 'command',
  outcome,
  durationMs,
}));
const requests = [200, 403, 429, 503, undefined].map((status): Fact => ({
  happened: 'provider_request',
  operation: 'GET /x',
  status,
  durationMs,
}));
const facts: readonly Fact[] = [
  ...answers,
  ...requests,
  { happened: 'reply', route: '/kchat/command', status: 401, durationMs },
  { happened: 'attempt', kind: 'welcome', outcome: 'done', durationMs },
  { happened: 'acceptance', invitation: 'one', afterMs: 1 },
  { happened: 'arrival', as: 'invited', invitation: 'one' },
];

/** Of each metric that the program prints, the values of its labels. */
let printed: Map<string, Map<string, Set<string>>>;
beforeEach(async () => {
  const { clock, deps } = await openWorld();
  const metrics = createMetrics('1.2.3', {
    clock,
    teams: () => [
      {
        name: 'acme',
        kinds: Object.keys(jobKinds(deps, createLooks(deps))) as DeliveryKind[],
        tally: () => Promise.resolve([]),
        budget: () => ({ used: 1, left: 2, waiting: 3 }),
        realtime: () => 'connected',
      },
    ],
    held: () => [],
    newestBackup: () => Promise.resolve(clock.now()),
  });
  const observe = metrics.observeIn('acme');
  for (const fact of facts) {
    observe(fact);
    metrics.observe(fact);
  }
  printed = new Map();
  for (const [, name = '', labels = ''] of (await metrics.print()).text.matchAll(/^(\w+)(?:\{(.*)\})? /gm)) {
    const known = printed.get(name) ?? new Map<string, Set<string>>();
    printed.set(name, known);
    for (const [, label = '', value = ''] of labels.matchAll(/(\w+)="([^"]*)"/g))
      known.set(label, (known.get(label) ?? new Set()).add(value));
  }
});

const ownMetrics = /\b(?:kchat_invite|process|nodejs)_\w+/g;
/** Prometheus gives these to each metric. */
const scraped = ['instance', 'job'];

interface Selector {
  metric: string;
  label: string;
  values: string[];
}

function selectorsIn(text: string): Selector[] {
  return [...text.matchAll(/\b((?:kchat_invite|process|nodejs)_\w+)\{([^}]*)\}/g)].flatMap(
    ([, metric = '', conditions = '']) =>
      [...conditions.matchAll(/(\w+)(?:=~|!~|!=|=)\\?"([^"\\]*)\\?"/g)].map(([, label = '', value = '']) => ({
        metric,
        label,
        values: value.split('|'),
      })),
  );
}

describe.each([
  ['the dashboard', dashboard],
  ['the alert rules', alerts],
])('%s', (_what, text) => {
  it('asks for metrics that the program prints, and for no other', () => {
    const asked = new Set(text.match(ownMetrics));
    expect(asked.size).toBeGreaterThan(8);
    expect([...asked].filter((name) => !printed.has(name))).toEqual([]);
  });

  it('selects by labels and values that the program gives', () => {
    const selectors = selectorsIn(text).filter(({ label }) => !scraped.includes(label));
    expect(selectors.length).toBeGreaterThan(5);
    const wrong = selectors.filter(({ metric, label, values }) => {
      const known = [...(printed.get(metric)?.get(label) ?? [])];
      // A variable of the dashboard takes its values from the label.
      return !values.every((value) =>
        known.some((one) => value === `$${label}` || new RegExp(`^(?:${value})$`).test(one)),
      );
    });
    expect(wrong).toEqual([]);
  });

  it('groups by labels that some metric of the same expression has', () => {
    const expressions = text.split('\n').filter((line) => line.includes(' by ('));
    for (const line of expressions) {
      const names = (line.match(ownMetrics) ?? []).map((name) => printed.get(name));
      const grouped = [...line.matchAll(/ by \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/, ?/));
      for (const label of grouped.filter((one) => !scraped.includes(one)))
        expect(
          names.some((labels) => labels?.has(label)),
          `${label} in ${line}`,
        ).toBe(true);
    }
    expect(expressions.length).toBeGreaterThan(1);
  });
});

it('what all processes on a database say alike is neither added up nor taken from another installation', () => {
  const alike =
    /\b(sum|avg|count|max|min)(?: by \(([^)]*)\))? ?\(kchat_invite_(?:deliveries|oldest_due_age|poll_age|team_served)\w*/g;
  const folded = [...`${alerts}${dashboard}`.matchAll(alike)].map(([, fold = '', by = '']) =>
    [fold, by.split(', ')[0]].join(' ').trim(),
  );
  expect(folded.length).toBeGreaterThan(6);
  // The largest of all is the largest of each, too.
  expect(folded.filter((one) => !['max', 'max job', 'min job'].includes(one))).toEqual([]);
});

it('the page names every metric of the program’s own, and none that is not there', () => {
  const own = [...printed.keys()]
    .filter((name) => name.startsWith('kchat_invite_'))
    .map((name) => name.replace(/^kchat_invite_|_(?:bucket|sum|count)$/g, ''));
  const table = page.split('\n').filter((line) => line.startsWith('| `') && /`[a-z]+_[a-z_]+`|`deliveries`/.test(line));
  const named = table.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  expect(new Set(own).difference(new Set(named))).toEqual(new Set());
  expect(named.filter((name) => name !== undefined && name.includes('_') && !own.includes(name))).toEqual([]);
});

it('every rule says what it means and what to do, and every panel has a place and a question', () => {
  const rules = alerts.split('- alert: ').slice(1);
  expect(rules.length).toBeGreaterThan(8);
  for (const rule of rules)
    expect(rule).toMatch(/expr:[^]+severity: (critical|warning|info)[^]+summary: .+\n +description: .+/);
  const { panels } = JSON.parse(dashboard) as { panels: { id: number; type: string; targets?: { expr: string }[] }[] };
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  for (const panel of panels.filter(({ type }) => type !== 'row')) expect(panel.targets?.length).toBeGreaterThan(0);
});
