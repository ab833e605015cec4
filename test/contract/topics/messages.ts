import { beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done, type Fields } from '../support/chat-api.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function messages(stage: () => ContractStage): void {
  describe('the messages about an arrival', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });
    const noticeOf = (name: string): Promise<Fields> =>
      until(`the notice of ${name}`, async () => {
        const { general, member } = stage().target;
        return (await actors.botPostsIn(general.id, member)).find(({ message }) => message.includes(name));
      });

    it('welcome the newcomer, tell the inviter and the channel, and open the channel that was asked for', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { inviter, side } = stage().target;
      const nora = actors.identity('Nora', 'Amsler');
      await actors.type(`${nora.email} Nora Amsler --channel ~${side.name} --lang de`);
      const newcomer = await actors.accept(nora);

      const welcome = await actors.someMessageTo(newcomer, 'Willkommen, Nora');
      expect(welcome).toContain(inviter.displayName);
      expect(welcome).toContain(`~${side.name}`);
      await actors.someMessageTo(inviter, 'Nora Amsler', 'has accepted your invitation');
      expect((await noticeOf('Nora Amsler')).message).toContain('joined us');
      await done(actors.as(newcomer)('GET', `/channels/${side.id}/members/${newcomer.id}`));
      expect(await actors.messagesTo(newcomer)).toEqual([welcome]);
      expect(await actors.type(`status ${nora.email}`)).toContain('**arrived**');
    });

    it('greet somebody whom nobody invited, without an inviter', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const walter = await stage().target.newcomer(actors.identity('Walter', 'Brunner'));
      expect(await actors.someMessageTo(walter, 'Welcome, Walter')).not.toContain(stage().target.inviter.displayName);
    });

    it('are one notice that grows while people arrive', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      await stage().target.newcomer(actors.identity('Xaver', 'Cotti'));
      await stage().target.newcomer(actors.identity('Yara', 'Dubach'));
      const first = await noticeOf('Xaver Cotti');
      expect((await noticeOf('Yara Dubach')).id).toBe(first.id);
    });
  });
}
