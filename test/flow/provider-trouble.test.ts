import { describe, expect, it, type TestContext } from 'vitest';
import type { FaultInput } from '../../sandbox/faults.ts';
import { actorsOn } from '../support/actors.ts';
import { openStage, type StageOptions } from '../support/stage.ts';
import { until } from '../support/until.ts';

const create = { service: 'infomaniak', method: 'POST', path: '/invitations$' } as const;
const grant = { service: 'infomaniak', method: 'POST', path: '/ksuite$' } as const;

/** Each a way for the provider to fail once, and to be well again afterwards. */
const troubles: Record<string, FaultInput> = {
  'answers 429': { ...create, mode: 'status', status: 429, when: 'before', retryAfter: 1, times: 1 },
  'answers 500 without having done anything': { ...create, mode: 'status', status: 500, when: 'before', times: 1 },
  'answers 502 with HTML after having done the work': { ...create, mode: 'html', status: 502, when: 'after', times: 1 },
  'breaks the connection after having done the work': { ...create, mode: 'reset', when: 'after', times: 1 },
  'answers with broken JSON after having done the work': { ...create, mode: 'wrong_json', when: 'after', times: 1 },
  'fails while granting the seat': { ...grant, mode: 'status', status: 500, when: 'before', times: 1 },
  'loses its answer to the seat': { ...grant, mode: 'reset', when: 'after', times: 1 },
  'hangs after having done the work': { ...create, mode: 'hang', when: 'after', times: 1 },
};

/** The reply comes after two seconds, on a busy machine somewhat later; an answer of Infomaniak's is waited for ten. */
const withoutAnswerMs = 5_000;

/** Tests run at the same time here, so each cleans up through its own context. */
async function open({ onTestFinished }: TestContext, options?: StageOptions) {
  const stage = await openStage(options);
  onTestFinished(() => stage.close());
  return stage;
}

describe('a provider in trouble', () => {
  it.concurrent.for(Object.entries(troubles))(
    'that %s: the inviter hears the truth, and one invitation exists',
    async ([, fault], context) => {
      const stage = await open(context);
      const actors = actorsOn(stage);
      stage.sandbox.faults.add(fault);
      const started = Date.now();
      const reply = await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
      expect(Date.now() - started).toBeLessThan(withoutAnswerMs);
      expect(reply).toContain('The request is safe');

      const patId = actors.person('pat.keller').id;
      // The first private message is the reply itself; the result follows through response_url.
      const told = await until(
        'the result',
        () => actors.privateViewOf(patId).length > 1 && actors.privateViewOf(patId),
      );
      expect(told.slice(1)).toEqual([expect.stringContaining('is invited as user')]);
      expect(actors.invitationsOf('jane.doe@acme.ch')).toMatchObject([
        { status: 'pending', ksuite: { kchat_role: 'user' } },
      ]);
      expect(stage.sandbox.world.mails).toHaveLength(1);
    },
  );

  it.concurrent('that has no seat left: nothing remains, and the inviter is told why', async (context) => {
    const stage = await open(context, { seats: 0 });
    const actors = actorsOn(stage);
    const reply = await actors.type('/kinvite jane.doe@acme.ch Jane Doe');
    expect(reply).toContain('no kSuite seat is left');
    expect(actors.invitationsOf('jane.doe@acme.ch')).toMatchObject([{ status: 'cancelled' }]);
  });

  it.concurrent('that never answers: the reply does not wait for it', async (context) => {
    const stage = await open(context);
    const actors = actorsOn(stage);
    stage.sandbox.faults.add({ service: 'infomaniak', mode: 'hang', when: 'before' });
    const started = Date.now();
    expect(await actors.type('/kinvite jane.doe@acme.ch Jane Doe')).toContain('Infomaniak has not answered yet');
    expect(Date.now() - started).toBeLessThan(withoutAnswerMs);
  });
});
