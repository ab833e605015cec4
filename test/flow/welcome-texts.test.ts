import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const model = 'mistralai/Ministral-3-14B-Instruct-2512';

describe('the team’s own welcome, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;

  beforeAll(async () => {
    stage = await openStage({ environment: { INFOMANIAK_AI_PRODUCT_ID: '8001', INFOMANIAK_AI_MODEL: model } });
    actors = actorsOn(stage);
    await actors.type('/kinvite welcome set en Hello {first_name}, {inviter} waits for you in {channels} of {team}.');
    await actors.type('/kinvite welcome set ~marketing {channel} is where campaigns are made.');
  });
  afterAll(() => stage.close());

  const arrive = async (name: string): Promise<string[]> => {
    const email = `${name.toLowerCase()}.doe@acme.ch`;
    await actors.type(`/kinvite ${email} ${name} Doe --channel ~marketing`);
    const id = await actors.accept(await actors.mailTo(email));
    return until(`both messages to ${name}`, () => {
      const messages = actors.messagesTo(id);
      return messages.length === 2 && messages;
    });
  };

  it('is put into other words by the AI Tools, and the channel’s message follows', async () => {
    stage.sandbox.world.provider.ai.write = (messages) => {
      const data = JSON.parse(messages.at(-1)?.content ?? '') as { first_name: string; message: string };
      return `Dear ${data.first_name}, @all: ${data.message}`;
    };
    expect(await arrive('Jane')).toEqual([
      'Dear Jane, @\u200ball:\u200b Hello Jane, Pat Keller waits for you in ~marketing of Acme.',
      '~marketing is where campaigns are made.',
    ]);
  });

  it('is the template when the AI Tools hang, and still comes soon', async () => {
    stage.sandbox.faults.add({ service: 'infomaniak', path: '/chat/completions$', mode: 'hang', when: 'before' });
    const before = Date.now();
    const [welcome] = await arrive('Ada');
    expect(welcome).toBe('Hello Ada, Pat Keller waits for you in ~marketing of Acme.');
    expect(Date.now() - before).toBeLessThan(15_000);
    stage.sandbox.faults.clear();
  });

  it('is sent to the administrator to look at, and once more to whoever needs it', async () => {
    stage.sandbox.world.provider.ai.write = () => null;
    expect(await actors.type('/kinvite welcome test en')).toContain('as a direct message');
    const pat = actors.person('pat.keller').id;
    await until('the test', () => actors.messagesTo(pat).some((text) => text.startsWith('Hello Jane, Pat Keller')));
    expect(await actors.type('/kinvite welcome send @jane.doe')).toContain('once more');
    const jane = actors.person('jane.doe').id;
    await until('the repeat', () => actors.messagesTo(jane).length === 3);
    expect(actors.messagesTo(jane).at(-1)).toContain('Hello Jane');
  });

  it('is written in a form, and a mistake is shown at its field', async () => {
    expect(await actors.type('/kinvite welcome set second')).toContain('The form is open');
    const { dialog } = await until('the form', () => stage.sandbox.world.kchat.dialogs.at(-1));
    expect(dialog.elements?.map(({ name }) => name)).toEqual(['days', 'text']);
    expect(await actors.sendForm({ days: '3', text: 'How was it, {name}?' })).toMatchObject({
      errors: { text: expect.stringContaining('There is no placeholder') as string },
    });
    expect(await actors.sendForm({ days: '3', text: 'How was it, {first_name}?' })).toEqual({});
    const pat = actors.person('pat.keller').id;
    const told = () => [...actors.privateViewOf(pat), ...actors.messagesTo(pat)];
    await until('the answer', () => told().some((text) => text.includes('> How was it, Jane?')));
    expect(await actors.type('/kinvite welcome show second')).toContain('3 days after the welcome');
  });

  it('asks nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
