import type { Readiness, ReadinessReport } from './http/readiness.ts';
import type { Teams } from './teams.ts';

/** Of several teams, each one's trouble stands with its name. */
export type ReadinessOfAll = ReadinessReport & { teams?: Readonly<Record<string, ReadinessReport>> };

/**
 * Ready is a process that can serve somebody: its database answers, it claims what is owed, and all that at least one team needs. One team's
 * trouble must not take the others' process out of a load balancer; it is told here, in the metrics and in the log.
 * @param isAlone whether there is one team, whose checks then stand beside those of the process.
 */
export async function reportReadiness(process: Readiness, teams: Teams, isAlone: boolean): Promise<ReadinessOfAll> {
  const served = teams.served.map(async ({ name, readiness }) => [name, await readiness.report()] as const);
  const [own, ...reports] = await Promise.all([process.report(), ...served]);
  const held = [...teams.held].map(([name, { advice }]) => [name, notServed(advice)] as const);
  const all = [...reports, ...held];
  const ready = own.ready && all.some(([, report]) => report.ready);
  if (!isAlone) return { ...own, ready, teams: Object.fromEntries(all) };
  const parts = [own, ...all.map(([, report]) => report)];
  const advice = Object.assign({}, ...parts.map((part) => part.advice)) as Record<string, string>;
  return {
    ready,
    checks: Object.assign({}, ...parts.map(({ checks }) => checks)) as ReadinessReport['checks'],
    ...(Object.keys(advice).length > 0 && { advice }),
  };
}

function notServed(advice: string): ReadinessReport {
  return { ready: false, checks: { start: 'failing' }, advice: { start: advice } };
}
