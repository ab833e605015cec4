import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { until } from '../../support/until.ts';
import { actorsOn, type Actors } from '../support/actors.ts';
import { chatApi, done, type Answer } from '../support/chat-api.ts';
import { commandPath, startIntegration, type Integration } from '../support/integration.ts';
import { listen } from '../support/listen.ts';
import type { ContractStage } from '../support/stage.ts';
import { needs } from '../target/capabilities.ts';

const form = {
  callback_id: 'contract',
  title: 'Contract',
  introduction_text: 'Please fill in',
  elements: [{ display_name: 'E-mail', name: 'email', type: 'text', subtype: 'email' }],
  submit_label: 'Send',
  notify_on_cancel: true,
  state: 'state-of-the-form',
};

/** Mattermost of 2021 gives a trigger three seconds; one of today as long as integrations may take, thirty if not told. */
const shortestMs = 2_500;
const longestMs = 35_000;

export function dialogs(stage: () => ContractStage): void {
  describe('a dialog', () => {
    let actors: Actors;
    let integration: Integration;
    beforeAll(async () => {
      await stage().stop();
      actors = actorsOn(stage());
      integration = await startIntegration(stage().target);
    });
    afterAll(() => integration.close());

    /** What the server hands to a command, which opens a form to whoever typed it. */
    const triggerId = async (): Promise<string> => {
      integration.answer(commandPath, { text: 'One moment' });
      await actors.type('form');
      const { text } = await integration.called(commandPath);
      return new URLSearchParams(text).get('trigger_id') ?? '';
    };
    /** Takes no token. */
    const open = (trigger_id: string, dialog: object = form): Promise<Answer> =>
      chatApi(stage().target.url)('POST', '/actions/dialogs/open', {
        trigger_id,
        url: integration.url('/form'),
        dialog,
      });
    const submit = (submission: object, more: object = {}): Promise<Answer> =>
      actors.as(stage().target.inviter)('POST', '/actions/dialogs/submit', {
        url: integration.url('/form'),
        callback_id: form.callback_id,
        state: form.state,
        channel_id: stage().target.general.id,
        team_id: stage().target.team.id,
        submission,
        ...more,
      });

    it('opens for whoever typed the command', async (test) => {
      needs(test, stage().target, 'dialogs', 'realtime');
      const typist = await listen(stage().target, stage().target.inviter);
      onTestFinished(() => typist.close());
      await done(open(await triggerId()));
      const opened = await typist.hear('open_dialog');
      expect(opened.dialog).toMatchObject({
        trigger_id: expect.any(String) as unknown,
        url: integration.url('/form'),
        dialog: { callback_id: form.callback_id, title: form.title, state: form.state, elements: [{ name: 'email' }] },
      });
    });

    it('can be opened for some seconds, and not for ever', async (test) => {
      needs(test, stage().target, 'dialogs');
      const id = await triggerId();
      const started = Date.now();
      await done(open(id));
      const late = await until('the trigger to expire', async () => {
        const answer = await open(id);
        return answer.status !== 200 && answer;
      });
      expect(late.status).toBe(400);
      expect(Date.now() - started).toBeGreaterThan(shortestMs);
      expect(Date.now() - started).toBeLessThan(longestMs);
    });

    it('does not open by an id that the server never handed out', async (test) => {
      needs(test, stage().target, 'dialogs');
      expect((await open('made-up')).status).toBe(400);
    });

    it('sends what was filled in as JSON, in the person’s name and without any token', async (test) => {
      needs(test, stage().target, 'dialogs');
      const { target, command } = stage();
      integration.answer('/form', {});
      expect((await done(submit({ email: 'jane@acme.ch' }))).body.errors).toBeUndefined();
      const { headers, text } = await integration.called('/form');
      expect(headers['content-type']).toContain('application/json');
      expect(headers.authorization).toBeUndefined();
      expect(text).not.toContain(command.token);
      expect(JSON.parse(text)).toMatchObject({
        type: 'dialog_submission',
        callback_id: form.callback_id,
        state: form.state,
        user_id: target.inviter.id,
        channel_id: target.general.id,
        team_id: target.team.id,
        submission: { email: 'jane@acme.ch' },
        cancelled: false,
      });
    });

    it('tells that it was cancelled', async (test) => {
      needs(test, stage().target, 'dialogs');
      integration.answer('/form', {});
      await done(submit({}, { cancelled: true }));
      expect(JSON.parse((await integration.called('/form')).text)).toMatchObject({ cancelled: true });
    });

    it('shows an error at its field', async (test) => {
      needs(test, stage().target, 'dialogs');
      integration.answer('/form', { errors: { email: 'This is no address.' } });
      const { body } = await done(submit({ email: 'jane' }));
      expect(body.errors).toEqual({ email: 'This is no address.' });
    });

    it('passes on whatever state a client makes up, so that the state has to be signed', async (test) => {
      needs(test, stage().target, 'dialogs');
      integration.answer('/form', {});
      await done(submit({ email: 'jane@acme.ch' }, { state: 'forged' }));
      expect(JSON.parse((await integration.called('/form')).text)).toMatchObject({ state: 'forged' });
    });
  });
}
