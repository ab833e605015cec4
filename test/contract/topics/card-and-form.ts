import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done, type Fields } from '../support/chat-api.ts';
import { listen } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

/** The bot's own cards and forms, as the server shows them, sends them on and brings them back. */
export function cardAndForm(stage: () => ContractStage): void {
  describe('the card of an invitation, and the form', () => {
    let actors: Actors;
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });

    /** The inviter's newest card about somebody, and what it offers. */
    const cardOf = async (name: string): Promise<{ post: Fields; labels: string[] } | undefined> => {
      const { target, bot } = stage();
      const me = target.inviter;
      const { body } = await done(actors.as(me)('POST', '/channels/direct', [me.id, bot.id]));
      const posts = await actors.botPostsIn(body.id, me);
      const post = posts.find(({ message, props }) => message.includes(name) && props.attachments !== undefined);
      const actions = post?.props.attachments?.[0]?.actions ?? [];
      return post && { post, labels: actions.map((action) => action.name) };
    };
    const cardWith = (name: string, label: string) =>
      until(`a card about ${name} with the button ${label}`, async () => {
        const card = await cardOf(name);
        return card?.labels.includes(label) && card;
      });
    const press = async (name: string, label: string) => {
      const { post } = await cardWith(name, label);
      const action = post.props.attachments?.[0]?.actions?.find((one) => one.name === label);
      return actors.as(stage().target.inviter)('POST', `/posts/${post.id}/actions/${action?.id ?? ''}`, {});
    };

    it('asks before it revokes, and shows at the end that it is done', async (test) => {
      needs(test, stage().target, 'buttons');
      const rita = actors.identity('Rita', 'Revoked');
      await actors.type(`${rita.email} Rita Revoked`);
      await done(press('Rita', 'Revoke'));
      await done(press('Rita', 'Confirm'));
      await until('the end of the card', async () => {
        const card = await cardOf('Rita');
        return card?.post.message.includes('revoked') && card.labels.length === 0;
      });
      expect(await actors.type(`status ${rita.email}`)).toContain('**revoked**');
    });

    it('keeps the ticket of its buttons from everybody', async (test) => {
      needs(test, stage().target, 'buttons');
      const sara = actors.identity('Sara', 'Secret');
      await actors.type(`${sara.email} Sara Secret`);
      const { post } = await cardWith('Sara', 'Resend');
      expect(JSON.stringify(post)).not.toContain('ticket');
      expect(JSON.stringify(post)).not.toContain(stage().target.reach.publicUrl);
    });

    it('opens on the bare command, and invites whoever is filled in', async (test) => {
      needs(test, stage().target, 'dialogs', 'realtime');
      const { target, command } = stage();
      const typist = await listen(target, target.inviter);
      onTestFinished(() => typist.close());
      await done(actors.execute(`/${command.trigger}`));
      const { dialog: opened } = (await typist.hear('open_dialog')) as {
        dialog: { url: string; dialog: { callback_id: string; state: string } };
      };
      const theo = actors.identity('Theo', 'Typed');
      const submit = (submission: object) =>
        actors.as(target.inviter)('POST', '/actions/dialogs/submit', {
          url: opened.url,
          callback_id: opened.dialog.callback_id,
          state: opened.dialog.state,
          channel_id: target.general.id,
          team_id: target.team.id,
          submission,
        });
      const filled = { first_name: 'Theo', last_name: 'Typed', role: 'normal', locale: 'en_GB', strict: true };
      const { body } = await done(submit({ ...filled, email: 'theo@' }));
      expect(body.errors.email).toContain('is not an e-mail address');
      await done(submit({ ...filled, email: theo.email }));
      await until('the invitation', async () => (await actors.type(`status ${theo.email}`)).includes('**pending**'));
    });
  });
}
