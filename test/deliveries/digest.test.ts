import { beforeEach, describe, expect, it } from 'vitest';
import { oweDigest } from '../../src/invitations/digest.ts';
import { days } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { jane, openWorld, type FakeWorld } from '../support/fake-world.ts';

let world: FakeWorld;
beforeEach(async () => {
  world = await openWorld();
});

const tell = async () => {
  await oweDigest(world.deps);
  await world.untilQuiet();
  return world.chat.messagesTo('town-square').filter((message) => message.includes('Invitations this week'));
};

describe('the weekly digest', () => {
  it('tells numbers, and nobody’s name or address', async () => {
    await world.invited();
    await world.invited({ email: 'max@acme.ch', firstName: 'Max', lastName: 'Frei' });
    world.provisioning.accept(jane.email, 501);
    await world.poll();
    world.clock.advance(days(1));
    const [digest = ''] = await tell();
    expect(digest).toContain('1 pending');
    expect(digest).toContain('1 accepted');
    expect(digest).not.toMatch(/jane|max|@/i);
  });

  it('leaves what happens later on its day to the next one, so that nothing is left out', async () => {
    await world.invited();
    await tell();
    world.provisioning.accept(jane.email, 501);
    await world.poll();
    world.clock.advance(days(7));
    expect((await tell())[1]).toContain('1 accepted');
  });

  it('names how many end within a week', async () => {
    await world.invited();
    world.clock.advance(days(20));
    await world.invited({ email: 'max@acme.ch', firstName: 'Max', lastName: 'Frei' });
    world.clock.advance(days(5));
    expect((await tell())[0]).toMatch(/2 pending.*1 of them ends within 7 days/);
  });

  it('is told once a day, however many processes tick, and although kChat falls silent after it', async () => {
    await world.invited();
    world.chat.faults.plan({ at: 'post', moment: 'after', error: silence('timeout', 'kChat') });
    await oweDigest(world.deps);
    expect(await tell()).toHaveLength(1);
  });

  it('is left out when there is nothing to tell', async () => {
    expect(await tell()).toEqual([]);
  });

  it('goes to the approval channel where there is one', async () => {
    world = await openWorld({ approvalChannel: 'hr' });
    world.chat.openChannel('hr', { isPrivate: true, hasBot: true });
    await world.invited();
    expect(await tell()).toEqual([]);
    expect(world.chat.messagesTo('hr')).toHaveLength(1);
  });
});
