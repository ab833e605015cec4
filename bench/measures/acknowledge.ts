import { openStage } from '../../test/support/stage.ts';
import { benchToken } from '../support/bench-token.ts';
import { startServer } from '../support/child.ts';
import { boltTarget, commandTarget, type Typist } from '../support/commands.ts';
import { measureCommitRate } from '../support/commit-rate.ts';
import { atLeast, atMost, type Finding } from '../support/finding.ts';
import { measureRate, type Rate, type Target } from '../support/load.ts';
import { median } from '../support/median.ts';
import { typistOf } from '../support/typist-of.ts';
import { withoutLimits } from '../support/without-limits.ts';

const rounds = 5;
const seconds = 1;
const connectionCounts = [1, 20, 100];

/**
 * How fast commands are acknowledged, beside a bare route, Bolt and the bare disk. All take turns in each round, so that
 * whatever else the machine does falls on all of them.
 */
export async function measureAcknowledging(): Promise<Finding[]> {
  // The provider is asked next to nothing: this is about the way in.
  const environment = {
    REPLY_WAIT_MS: '0',
    ...withoutLimits,
    INFOMANIAK_RATE_PER_MINUTE: '1',
    LOG_LEVEL: 'warn',
    POLL_SCHEDULE: '0 0 1 1 *',
  };
  const stage = await openStage({ environment });
  const express = await startServer('bare-express.ts');
  const bolt = await startServer('bolt.ts');
  try {
    const pat = typistOf(stage.sandbox);
    const stranger: Typist = { ...pat, token: benchToken };
    let newest = 0;
    const targets: Record<string, Target> = {
      express: commandTarget('bare Express', express.url, stranger, () => 'status jane@acme.ch'),
      bolt: boltTarget(bolt.url, stranger, 'status jane@acme.ch'),
      status: commandTarget('status', stage.botUrl, pat, () => 'status jane@acme.ch'),
      invite: commandTarget('a new invitation', stage.botUrl, pat, () => `jane.${(newest += 1)}@acme.ch Jane Doe`),
    };
    // The one that is asked for exists, and every server has been warm before the first round counts.
    await fetch(`${stage.botUrl}/kchat/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: commandTarget('', '', pat, () => 'jane@acme.ch Jane Doe').body(),
    });
    for (const target of Object.values(targets)) await measureRate(target, 20, seconds);

    const findings: Finding[] = [];
    for (const connections of connectionCounts) {
      findings.push(...(await compare(targets, connections)));
    }
    return findings;
  } finally {
    await bolt.stop();
    await express.stop();
    await stage.close();
  }
}

async function compare(targets: Record<string, Target>, connections: number): Promise<Finding[]> {
  const rates: Record<string, Rate[]> = {};
  const commits: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, target] of Object.entries(targets)) {
      (rates[name] ??= []).push(await measureRate(target, connections, seconds));
    }
    commits.push(await measureCommitRate(seconds));
  }
  const middle = (name: string, of: keyof Rate) => median((rates[name] ?? []).map((rate) => rate[of]));
  const perSecond = (name: string) => middle(name, 'perSecond');
  const at = `at ${connections} connection${connections === 1 ? '' : 's'}`;
  return [
    ...Object.entries(targets).flatMap(([name, target]): Finding[] => [
      { what: `${target.name}, ${at}: requests a second`, value: perSecond(name) },
      { what: `${target.name}, ${at}: p50 in ms`, value: middle(name, 'p50') },
      {
        what: `${target.name}, ${at}: p99 in ms`,
        value: middle(name, 'p99'),
        ...(connections === 20 && (name === 'status' || name === 'invite') && { goal: atMost(20) }),
      },
    ]),
    { what: `commits of the bare disk, ${at}: a second`, value: median(commits) },
    {
      what: `status to bare Express, ${at}: ratio`,
      value: perSecond('status') / perSecond('express'),
      goal: atLeast(0.5),
    },
    { what: `status to Bolt, ${at}: ratio`, value: perSecond('status') / perSecond('bolt') },
    {
      what: `a new invitation to the disk's commits, ${at}: ratio`,
      value: perSecond('invite') / median(commits),
      goal: atLeast(0.8),
    },
  ];
}
