import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { done } from '../support/chat-api.ts';
import { listen, type Listener } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

export function slashCommand(stage: () => ContractStage): void {
  describe('the command', () => {
    let actors: Actors;
    const listeners: Listener[] = [];
    beforeAll(async () => {
      await stage().serve();
      actors = actorsOn(stage());
    });
    afterAll(() => Promise.all(listeners.map((listener) => listener.close())));
    const listening = async (person: Parameters<typeof listen>[1]) => {
      const listener = await listen(stage().target, person);
      listeners.push(listener);
      return listener;
    };

    it('answers help in private, with the trigger that was typed', async () => {
      const { trigger } = stage().command;
      const { body } = await done(actors.execute(`/${trigger} help`));
      expect(body.response_type).toBe('ephemeral');
      expect(body.text).toContain(`\`/${trigger} help invite\``);
      expect(body.trigger_id).not.toBe('');
    });

    it('is found however its trigger is capitalized', async () => {
      const { body } = await done(actors.execute(`/${stage().command.trigger.toUpperCase()} help`));
      expect(body.text).toContain(`\`/${stage().command.trigger} help invite\``);
    });

    it('shows the reply to the caller and to nobody else', async (test) => {
      needs(test, stage().target, 'realtime', 'canCreatePeople');
      const { inviter, member, general } = stage().target;
      const [caller, neighbour] = await Promise.all([listening(inviter), listening(member)]);
      await actors.type('help');
      await until('the reply', () => caller.privately().some((text) => text.includes('Invite people')));
      // What is written after the reply reaches the neighbour after it.
      const { id } = await actors.write(inviter, general, 'Good morning');
      await neighbour.hear('posted', ({ post }) => (post as { id: string }).id === id);
      expect(neighbour.privately()).toEqual([]);
    });

    it('invites, lists and tells the status', async () => {
      const jane = actors.identity('Jane', 'Doe');
      // On a busy machine the result may come after the reply.
      expect(await actors.type(`${jane.email} Jane Doe`)).toMatch(/is invited as user|I am inviting/);
      await until('the invitation', async () =>
        (await actors.type('list pending')).includes(`\`${jane.email}\` | pending`),
      );
      const status = await actors.type(`status ${jane.email}`);
      for (const step of ['Requested', 'Created', 'Mailed']) expect(status).toContain(step);
      expect(await actors.type(`${jane.email} Jane Doe`)).toContain('already');
    });

    it('explains what it does not understand', async () => {
      const { trigger } = stage().command;
      expect(await actors.type('stauts jane@acme.ch')).toContain(`Did you mean \`/${trigger} status jane@acme.ch\`?`);
      expect(await actors.type('jane@acme.ch')).toContain('I also need the first and last name');
      expect(await actors.type('jane@acme.ch Jane Doe --chanel x')).toContain('There is no option `--chanel`');
    });

    it('refuses somebody who is no administrator, and says whom to ask', async (test) => {
      needs(test, stage().target, 'canCreatePeople');
      const { member, inviter } = stage().target;
      const reply = await actors.type(`${actors.identity('Eve', 'Adams').email} Eve Adams`, member);
      expect(reply).toContain('Only kChat administrators can invite');
      expect(reply).toContain(inviter.displayName);
      expect(await actors.type('help', member)).toContain('Invite people');
    });
  });
}
