import { beforeEach, describe, expect, it } from 'vitest';
import { openTypist, type Typist } from '../commands/typist.ts';

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist();
});

const answers = () =>
  typist.world.facts.flatMap((fact) =>
    fact.happened === 'answer' ? [`${fact.verb} by ${fact.by}: ${fact.outcome}`] : [],
  );

describe('an answer is observed', () => {
  it('by its verb, whether or not it was typed', async () => {
    await typist.type('jane@acme.ch Jane Doe');
    await typist.type('LIST');
    expect(answers()).toEqual(['invite by command: answered', 'list by command: answered']);
  });

  it('as a mistake when the person has to correct something', async () => {
    await typist.type('invite nonsense');
    await typist.type('status jane@acme.ch', { teamId: 'another' });
    expect(answers()).toEqual(['invite by command: mistake', 'unknown by command: mistake']);
  });

  it('without the word that was typed where that is no verb', async () => {
    await typist.type('hunter2');
    expect(answers()).toEqual(['unknown by command: mistake']);
  });

  it('as refused when the caller may not do it', async () => {
    await typist.type('list', { userId: 'pat' });
    expect(answers()).toEqual(['list by command: refused']);
  });

  it('as failed when something goes wrong in this program', async () => {
    typist.world.store.invitations.count = () => Promise.reject(new Error('disk'));
    await expect(typist.type('list')).rejects.toThrow('disk');
    expect(answers()).toEqual(['list by command: failed']);
  });

  it('when a form was sent, with and without something to correct', async () => {
    await typist.type('');
    const given = { email: 'jane@acme.ch', first_name: 'Jane', last_name: 'Doe' };
    const values = Object.fromEntries(
      (typist.world.chat.forms[0]?.fields ?? []).map((field) => [field.name, 'initial' in field ? field.initial : '']),
    );
    await typist.send({ ...values, ...given, email: 'nobody' });
    await typist.send({ ...values, ...given });
    expect(answers().slice(1)).toEqual(['invite by form: mistake', 'invite by form: answered']);
  });

  it('when a button was pressed', async () => {
    await typist.type('jane@acme.ch Jane Doe');
    await typist.world.untilQuiet();
    await typist.press('Revoke');
    expect(answers()).toContain('revoke by button: answered');
    await expect(typist.press('', { ticket: 'forged' })).rejects.toThrow();
    expect(answers()).toContain('unknown by button: refused');
  });
});
