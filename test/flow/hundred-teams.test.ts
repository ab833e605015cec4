import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadinessOfAll } from '../../src/report-readiness.ts';
import { actorsOn } from '../support/actors.ts';
import { openTeamsStage, type TeamsStage } from '../support/teams-stage.ts';
import { until } from '../support/until.ts';

const count = 100;
const names = Array.from({ length: count }, (_, index) => `team-${String(index).padStart(2, '0')}`);

/** So many teams at a time have people who do something. */
const atOnce = 4;
/** A hundred teams on a busy machine. Milliseconds. */
const patienceMs = 120_000;

describe('a hundred teams in one program', () => {
  let stage: TeamsStage;

  beforeAll(async () => {
    // A second apart would be a hundred looks a second.
    stage = await openTeamsStage({ names, environment: { POLL_SCHEDULE: '*/15 * * * * *' } });
    await stage.start();
    await until('all teams to be ready', allAreReady, patienceMs);
  }, 240_000);
  afterAll(() => stage.close());

  const allAreReady = async () => {
    const { teams } = (await (await fetch(`${stage.botUrl}/readyz`)).json()) as ReadinessOfAll;
    const reports = Object.values(teams ?? {});
    return reports.length === count && reports.every(({ ready }) => ready);
  };
  const inEachTeam = async (work: (actors: ReturnType<typeof actorsOn>, index: number) => Promise<void>) => {
    for (let first = 0; first < count; first += atOnce) {
      const some = stage.sandboxes.slice(first, first + atOnce);
      await Promise.all(some.map((sandbox, index) => work(actorsOn({ sandbox }), first + index)));
    }
  };

  it('each invites two people, of whom one has the same address everywhere, and each newcomer is welcomed once', async () => {
    const newcomers: string[][] = names.map(() => []);
    await inEachTeam(async (actors, index) => {
      const own = `nora.${names[index]}@acme.ch`;
      for (const line of ['jane.doe@acme.ch Jane Doe', `${own} Nora N${index}`]) {
        // Where the machine is too busy for an answer in time, a person would try again as well.
        await until(
          `${names[index]} to invite`,
          async () => /is invited|request is safe|already/.test(await actors.type(`/kinvite ${line}`)),
          patienceMs,
        );
      }
      for (const email of ['jane.doe@acme.ch', own]) {
        newcomers[index]?.push(await actors.accept(await actors.mailTo(email)));
      }
    });
    await inEachTeam(async (actors, index) => {
      const people = newcomers[index] ?? [];
      const inviter = actors.person('pat.keller').id;
      await until(
        `the welcomes in ${names[index]}`,
        () => people.every((id) => actors.messagesTo(id).length > 0),
        patienceMs,
      );
      await until(
        `the messages to the inviter in ${names[index]}`,
        () => actors.messagesTo(inviter).length === 2,
        patienceMs,
      );
      await until(
        `the notice in ${names[index]}`,
        () => actors.noticesIn('town-square').join().includes(`N${index}`),
        patienceMs,
      );
      // From her own team's bot: the others' have no token here, and are nobody in this kChat.
      for (const id of people) expect(actors.messagesTo(id)).toHaveLength(1);
    });
  }, 300_000);

  it('nothing went to another team’s kChat or organization', () => {
    for (const [index, { world, accountId }] of stage.sandboxes.entries()) {
      const texts = world.kchat.posts.map(({ message }) => message).join('\n');
      const nora = /\bN(\d+)\b/g;
      expect(new Set([...texts.matchAll(nora)].map(([, number]) => Number(number)))).toEqual(new Set([index]));
      const emails = world.provider.invitations.map(({ email }) => email).sort();
      expect(emails).toEqual(['jane.doe@acme.ch', `nora.${names[index]}@acme.ch`]);
      const foreign = world.requests.filter(
        ({ path }) => /\/accounts\/(\d+)/.exec(path)?.[1] !== undefined && !path.includes(`/accounts/${accountId}`),
      );
      expect(foreign).toEqual([]);
      // Whatever was asked with a token of another team's was refused.
      expect(world.requests.filter(({ status }) => status === 401 || status === 403)).toEqual([]);
      expect(world.violations).toEqual([]);
    }
  });

  it('all are served, and none has anything that was given up', async () => {
    await until('all teams to be ready', allAreReady, patienceMs);
    const metrics = await (await fetch(`${stage.botUrl}/metrics`)).text();
    for (const team of names) {
      expect(metrics).toContain(`kchat_invite_team_served{team="${team}"} 1\n`);
      expect(metrics).toContain(`kchat_invite_invitations_total{team="${team}"} 2\n`);
      expect(metrics).toContain(`kchat_invite_arrivals_total{team="${team}",as="invited"} 2\n`);
    }
    expect(metrics).not.toMatch(/kchat_invite_deliveries\{[^}]*state="dead"\} [1-9]/);
  });
});
