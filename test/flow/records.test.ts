import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorsOn } from '../support/actors.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { until } from '../support/until.ts';

const jane = 'jane.doe@acme.ch';
const png = [0x89, 0x50, 0x4e, 0x47];

describe('the records, over HTTP against the started program', () => {
  let stage: Stage;
  let actors: ReturnType<typeof actorsOn>;
  let patId: string;

  beforeAll(async () => {
    stage = await openStage();
    actors = actorsOn(stage);
    patId = actors.person('pat.keller').id;
    await actors.type(`/kinvite ${jane} Jane Doe`);
    await actors.accept(await actors.mailTo(jane));
    await until('her arrival', async () => (await actors.type(`/kinvite status ${jane}`)).includes('Announced'));
  });
  afterAll(() => stage.close());

  const newest = (count: number) =>
    until(`file ${count}`, () => actors.filesTo(patId).length === count && actors.filesTo(patId).at(-1));

  it('are counted in the reply, and drawn in a picture that follows', async () => {
    const reply = await actors.type('/kinvite stats 7');
    expect(reply).toContain('| Invited | 1 |');
    expect(reply).toContain('| Accepted | 1 |');
    const chart = await newest(1);
    expect(chart).toMatchObject({ name: 'invitations-7.png', mime_type: 'image/png' });
    expect([...chart.bytes.subarray(0, 4)]).toEqual(png);
    expect(chart.size?.width).toBeGreaterThan(300);
  });

  it('are exported once, although kChat’s answer was lost', async () => {
    stage.sandbox.faults.add({
      service: 'kchat',
      method: 'POST',
      path: '/posts$',
      mode: 'reset',
      when: 'after',
      times: 1,
    });
    expect(await actors.type('/kinvite export')).toContain('on its way');
    const file = await newest(2);
    const [row] = parse<Record<string, string>>(file.bytes, { bom: true, columns: true });
    expect(row).toMatchObject({ email: jane, state: 'arrived', invited_by: 'Pat Keller' });
    // Nothing is left to do that could send it again.
    await actors.type('/kinvite welcome test en');
    await until('the next message', () => actors.messagesTo(patId).some((text) => text.includes('Welcome, Jane')));
    expect(actors.filesTo(patId)).toHaveLength(2);
  });

  it('that kChat does not take as a file are told of', async () => {
    stage.sandbox.faults.add({
      service: 'kchat',
      path: '/files$',
      mode: 'status',
      status: 413,
      when: 'before',
      times: 1,
    });
    await actors.type('/kinvite export');
    const said = '⚠️ I could not send you the file: kChat refused it (status 413).';
    await until('the apology', () => actors.messagesTo(patId).includes(said));
  });

  it('say who did what', async () => {
    const audit = await actors.type('/kinvite audit');
    expect(audit).toMatch(/\| Pat Keller \| Exported the invitations: 1 \| {2}\|/);
    expect(audit).toContain(`| Pat Keller | Requested | \`${jane}\` |`);
    expect(await actors.type(`/kinvite audit ${jane}`)).toContain('| by itself | Welcomed |');
  });

  it('are a member’s affair in no way', async () => {
    const token = stage.sandbox.tokens.member;
    for (const line of ['stats', 'export', 'audit', `forget ${jane} --confirm`])
      expect(await actors.type(`/kinvite ${line}`, { token })).toContain('Pat Keller');
    expect(actors.filesTo(actors.person('max.muster').id)).toEqual([]);
  });

  it('forget a person, invited or not, and keep the count', async () => {
    const stored = () => everythingStored(stage.environment.DATABASE_URL?.replace('file:', '') ?? '');
    const walter = await actors.walkIn('Walter', 'Inn', 'walter@acme.ch');
    await until('his welcome', () => actors.messagesTo(walter).length > 0);
    await until('his notice', () => actors.noticesIn('town-square').some((text) => text.includes('Walter')));
    expect(stored()).toMatch(/Jane[^]*Walter/);

    const numbers = await actors.type('/kinvite stats 7');
    expect(await actors.type(`/kinvite forget ${jane}`)).toContain(`forget ${jane} --confirm`);
    for (const address of [jane, 'walter@acme.ch'])
      expect(await actors.type(`/kinvite forget ${address} --confirm`)).toContain('🧹 Erased');
    expect(stored()).not.toMatch(/jane|walter|doe\b/i);
    expect(await actors.type('/kinvite stats 7')).toBe(numbers);
    expect(actors.messagesTo(walter)).toHaveLength(1);
  });

  it('ask nothing of the platforms that they do not document', () => {
    expect(stage.sandbox.world.violations).toEqual([]);
  });
});
