import { beforeEach, describe, expect, it } from 'vitest';
import { retryDead } from '../../src/deliveries/retry-dead.ts';
import { forgetPerson } from '../../src/invitations/forget.ts';
import { renewInvitation } from '../../src/invitations/renew.ts';
import { requestRevocation } from '../../src/invitations/revoke.ts';
import type { DeliveryKind } from '../../src/ports/delivery-store.ts';
import { chatUser, team } from '../support/fake-chat.ts';
import { minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

const refused = refusal(404, undefined, {}, 'kChat');
const pat = { id: 'pat', name: 'Pat Keller' };

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorld({ noticeChannels: [] });
});

const dead = () => world.store.deliveries.unfinishedPage(team.id, 'dead', 10);
const retry = (id: string) => world.store.transaction((queries) => retryDead(queries, team.id, id, world.clock.now()));

async function oneDead(kind: DeliveryKind): Promise<string> {
  const found = (await dead()).filter((one) => one.kind === kind);
  expect(found).toHaveLength(1);
  return found[0]?.id ?? '';
}

async function janeArrives(): Promise<string> {
  const id = await world.invited();
  world.provisioning.accept(jane.email, 501);
  world.chat.join(chatUser('jane', { email: jane.email }));
  await world.poll();
  return id;
}

/** Her welcome and the messages to Pat are refused, and nothing is tried again. */
async function nothingIsSent(): Promise<void> {
  world.chat.faults.plan({ at: 'directChannel', moment: 'before', error: refused, times: 100 });
  await world.untilQuiet();
  world.chat.faults.clear();
  expect(world.chat.messagesTo('jane')).toEqual([]);
}

describe('a delivery that was given up', () => {
  it('is made true when it is retried', async () => {
    await janeArrives();
    await nothingIsSent();
    await retry(await oneDead('welcome'));
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
    expect((await dead()).map(({ kind }) => kind)).not.toContain('welcome');
  });

  it('is looked for before it is repeated: its last attempt may have got through', async () => {
    await janeArrives();
    const lost = silence('timeout', 'kChat');
    world.chat.faults.plan({ at: 'post', moment: 'after', error: lost, times: 100 });
    world.chat.faults.plan({ at: 'findOwnPost', moment: 'before', error: refused, times: 100 });
    await world.untilQuiet();
    world.chat.faults.clear();
    expect(world.chat.messagesTo('jane')).toHaveLength(1);

    await retry(await oneDead('welcome'));
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
  });

  it('has all its attempts again', async () => {
    await janeArrives();
    await nothingIsSent();
    const id = await oneDead('welcome');
    await retry(id);
    world.chat.faults.plan({
      at: 'directChannel',
      moment: 'before',
      error: silence('timeout', 'kChat'),
      times: 20,
    });
    await world.untilQuiet();
    expect(world.chat.messagesTo('jane')).toHaveLength(1);
  });

  it('can be retried once only, and nothing else can', async () => {
    await janeArrives();
    await nothingIsSent();
    const id = await oneDead('welcome');
    await retry(id);
    await expect(retry(id)).rejects.toThrow('No dead delivery has this id');
    await expect(retry('nonsense')).rejects.toThrow('No dead delivery has this id');
    await expect(
      world.store.transaction((queries) => retryDead(queries, 'another team', id, world.clock.now())),
    ).rejects.toThrow('No dead delivery');
  });

  it('about somebody who was forgotten is not run again', async () => {
    const invitation = await world.invited();
    await requestRevocation(world.deps, await world.invitation(invitation), pat, '');
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: refusal(400) });
    await world.untilQuiet();
    const id = await oneDead('revoke');
    world.provisioning.end(jane.email, 'cancelled');
    await world.poll();
    await world.untilQuiet();
    await forgetPerson(world.deps, jane.email, 'pat', true);
    await expect(retry(id)).rejects.toThrow('was forgotten');
  });
});

describe('provisioning that was given up', () => {
  it('does not revive an invitation that has failed by it, and says what to do', async () => {
    const down = silence('connection_failed');
    world.provisioning.faults.plan({ at: 'findByEmail', moment: 'before', error: down, times: 100 });
    const invitation = await world.invite();
    await world.untilQuiet();
    expect(await world.invitation(invitation)).toMatchObject({ state: 'failed' });
    world.provisioning.faults.clear();

    await expect(retry(await oneDead('provision'))).rejects.toThrow(/is failed.*Invite the person again/);
    await world.untilQuiet();
    expect(world.provisioning.invitations).toEqual([]);
    expect(await world.invitation(invitation)).toMatchObject({ state: 'failed' });
  });

  it('goes on where the invitation is still under way', async () => {
    const invitation = await world.invite();
    const due = await world.store.deliveries.claim({
      teamId: 'team',
      ...{ now: world.clock.now(), holder: 'test', leaseMs: 1, limit: 9 },
    });
    const claimed = due.find(({ kind }) => kind === 'provision');
    await world.store.deliveries.bury(claimed?.id ?? '', 'test', '#bug', world.clock.now());
    await retry(claimed?.id ?? '');
    await world.untilQuiet();
    expect(await world.invitation(invitation)).toMatchObject({ state: 'pending' });
  });
});

describe('a revocation that was given up', () => {
  let invitation: string;
  beforeEach(async () => {
    invitation = await world.invited();
    world.provisioning.faults.plan({ at: 'readInvitation', moment: 'before', error: refusal(400) });
    await requestRevocation(world.deps, await world.invitation(invitation), pat, '');
    await world.untilQuiet();
    expect(await world.invitation(invitation)).toMatchObject({ state: 'pending' });
  });

  it('takes the invitation back when it is retried', async () => {
    await retry(await oneDead('revoke'));
    await world.untilQuiet();
    expect(await world.invitation(invitation)).toMatchObject({ state: 'revoked' });
  });

  it('begins again when it is asked for again', async () => {
    await requestRevocation(world.deps, await world.invitation(invitation), pat, '');
    await world.untilQuiet();
    expect(await world.invitation(invitation)).toMatchObject({ state: 'revoked' });
  });

  it('does not touch an invitation that was renewed since', async () => {
    world.clock.advance(minutes(5));
    const replyTo = { channelId: '', trigger: 'kinvite' };
    await renewInvitation(world.deps, await world.invitation(invitation), pat, replyTo);
    await world.untilQuiet();
    await expect(retry(await oneDead('revoke'))).rejects.toThrow('was renewed since');
  });

  it('has nothing to do for one that has ended', async () => {
    world.provisioning.end(jane.email, 'rejected');
    await world.poll();
    await expect(retry(await oneDead('revoke'))).rejects.toThrow('the invitation is rejected');
  });
});

describe('what somebody asked for', () => {
  it.each(['export', 'stats_chart', 'group', 'welcome_test', 'import_file'] as const)(
    'can be asked for again and is not sent to them later: %s',
    async (kind) => {
      await expect(retry(await bury(kind))).rejects.toThrow('can ask again');
    },
  );

  it.each(['import_card', 'import_report'] as const)(
    'is not told once the people it was about may be forgotten: %s',
    async (kind) => {
      await expect(retry(await bury(kind))).rejects.toThrow('went on without it');
    },
  );

  it.each(['import_run', 'import_end', 'digest'] as const)('is done after all: %s', async (kind) => {
    await retry(await bury(kind));
    expect(await dead()).toEqual([]);
  });

  it.each(['poll', 'roster', 'meet', 'retention'] as const)('a look is not repeated: %s', async (kind) => {
    await expect(retry(await bury(kind))).rejects.toThrow('next look');
  });

  async function bury(kind: DeliveryKind): Promise<string> {
    // The first poll owes a look of its own.
    await world.drain();
    const owed = { teamId: team.id, kind, target: 'pat', payload: {}, dedupeKey: kind, runAt: world.clock.now() };
    await world.store.deliveries.enqueue(owed as never);
    const [claimed] = await world.store.deliveries.claim({
      teamId: 'team',
      ...{ now: world.clock.now(), holder: 'test', leaseMs: 1, limit: 1 },
    });
    expect(claimed?.kind).toBe(kind);
    await world.store.deliveries.bury(claimed?.id ?? '', 'test', '#bug', world.clock.now());
    return claimed?.id ?? '';
  }
});
