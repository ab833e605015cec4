import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

describe('a member’s request, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let token: string;
  let maxId: string;

  beforeAll(async () => {
    stage = await openStage({ environment: { APPROVAL_CHANNEL: 'off-topic' } });
    actors = actorsOn(stage);
    token = stage.sandbox.tokens.member;
    maxId = actors.person('max.muster').id;
  });
  afterAll(() => stage.close());

  /** Max, who reads German, asks. @returns the id of the card. */
  const ask = async (email: string, name: string): Promise<string> => {
    const reply = await actors.type(`/kinvite ${email} ${name}`, { token });
    expect(reply).toContain('Ich habe die Administratoren gebeten');
    const card = await until('the card', () =>
      actors.cardsIn('off-topic').find(({ message }) => message.includes(email)),
    );
    expect(card.message).toContain('**Max Muster** asks to invite');
    return card.id;
  };
  const textOf = (cardId: string) => actors.cardsIn('off-topic').find(({ id }) => id === cardId)?.message;
  const maxReads = (text: string) =>
    until(text, () => [...actors.messagesTo(maxId), ...actors.privateViewOf(maxId)].some((one) => one.includes(text)));

  it('is approved by an administrator, and becomes an invitation', async () => {
    const card = await ask('jane.doe@acme.ch', 'Jane Doe');
    expect(actors.invitationsOf('jane.doe@acme.ch')).toEqual([]);
    await actors.press(card, 'Approve');
    await until('the invitation', () => actors.invitationsOf('jane.doe@acme.ch')[0]?.status === 'pending');
    await until('the card', () => textOf(card)?.includes('Approved by **Pat Keller**'));
    await maxReads('ist als Benutzer eingeladen');
  });

  it('is denied with a reason', async () => {
    const card = await ask('eve.adams@acme.ch', 'Eve Adams');
    await actors.press(card, 'Deny');
    expect(await actors.sendForm({ reason: 'Not this year' })).toEqual({});
    await until('the card', () => textOf(card)?.includes('Denied by **Pat Keller**: Not this year'));
    await maxReads('Not this year');
    expect(actors.invitationsOf('eve.adams@acme.ch')).toEqual([]);
  });

  it('is not approved by whoever asked', async () => {
    const card = await ask('ida.frei@acme.ch', 'Ida Frei');
    await actors.press(card, 'Approve', token);
    await maxReads('Nur kChat-Administratoren');
    expect(textOf(card)).not.toContain('Approved');
    expect(actors.invitationsOf('ida.frei@acme.ch')).toEqual([]);
  });

  it('tells nothing about who is invited already', async () => {
    const cards = actors.cardsIn('off-topic').length;
    const reply = await actors.type('/kinvite jane.doe@acme.ch Jane Doe', { token });
    expect(reply).toContain('Ich habe die Administratoren gebeten');
    await ask('ulf.neu@acme.ch', 'Ulf Neu');
    expect(actors.cardsIn('off-topic')).toHaveLength(cards + 1);
  });

  it('asks nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
