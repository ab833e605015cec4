import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { chatUser } from '../support/fake-chat.ts';
import { refusal } from '../support/fake-faults.ts';
import { openTypist } from './typist.ts';

type Row = Record<string, string>;

test('an export brings every invitation to whoever asked, and to nobody else', async () => {
  const { type, world } = await openTypist();
  world.chat.join(chatUser('berta', { isSystemAdmin: true }));
  await type('jane@acme.ch Jane "Doe; née Smith" --channel ~town-square');
  world.clock.advance(1_000);
  await type('max@acme.ch Max Muster --lang it');
  await world.untilQuiet();
  expect(await type('export', { userId: 'berta' })).toContain('direct message');
  await world.drain();

  expect(world.chat.filesTo('anna')).toEqual([]);
  const [file] = world.chat.filesTo('berta');
  expect(file).toMatchObject({ mediaType: 'text/csv' });
  expect(file?.name).toMatch(/^invitations-2026-\d\d-\d\d\.csv$/);
  const rows = parse<Row>(file?.content ?? '', { bom: true, columns: true });
  expect(rows).toMatchObject([
    { email: 'jane@acme.ch', last_name: 'Doe; née Smith', channels: 'town-square', invited_by: 'Anna Meier' },
    { email: 'max@acme.ch', language: 'it', state: 'pending', requested_at: '2026-11-23T09:00:01.000Z' },
  ]);
});

test('nothing in an export is a formula', async () => {
  const { type, world } = await openTypist();
  await type('jane@acme.ch "=HYPERLINK(1)" "@SUM(1)"');
  await type('export');
  await world.drain();
  const [row] = parse<Row>(world.chat.filesTo('anna')[0]?.content ?? '', { bom: true, columns: true });
  expect(row?.first_name).toBe("'=HYPERLINK(1)");
  expect(row?.last_name).toBe("'@SUM(1)");
});

test('an export is separated as spreadsheets of the reader’s language do', async () => {
  const { type, world } = await openTypist();
  world.chat.join(chatUser('berta', { isSystemAdmin: true, locale: 'fr' }));
  await type('jane@acme.ch Jane Doe');
  await type('export', { userId: 'berta' });
  await world.drain();
  const text = world.chat.filesTo('berta')[0]?.content.toString() ?? '';
  expect(text.split('\r\n')[0]).toContain('\ufeffemail;first_name;last_name');
});

test('an export that gets through without our knowing is not sent again, although its time has changed', async () => {
  const { type, world } = await openTypist();
  await type('jane@acme.ch Jane Doe');
  await type('export');
  world.chat.faults.plan({ at: 'postFile', moment: 'after', error: refusal(502, undefined, {}, 'kChat') });
  await world.drain();
  world.clock.advance(90_000);
  await type('max@acme.ch Max Muster');
  await world.drain();
  expect(world.chat.filesTo('anna')).toHaveLength(1);
});

test('an export that the server refuses is given up with a word about it', async () => {
  const { type, world } = await openTypist();
  await type('jane@acme.ch Jane Doe');
  await type('export');
  world.chat.faults.plan({ at: 'postFile', moment: 'before', error: refusal(413, undefined, {}, 'kChat') });
  await world.drain();
  expect(world.chat.messagesTo('anna').at(-1)).toBe('⚠️ I could not send you the file: kChat refused it (status 413).');
  expect(world.chat.filesTo('anna')).toEqual([]);
});

test('an export is of everything: whoever names somebody is told so', async () => {
  const { type, world } = await openTypist();
  await type('jane@acme.ch Jane Doe');
  expect(await type('export jane@acme.ch')).toBe('`/kinvite export` stands alone, without more words.');
  await world.drain();
  expect(world.chat.filesTo('anna')).toEqual([]);
});

test('an export is on record', async () => {
  const { type, world } = await openTypist();
  await type('jane@acme.ch Jane Doe');
  await type('export');
  expect(await type('audit')).toContain('| Anna Meier | Exported the invitations: 1 |');
  expect(world.chat.filesTo('anna')).toEqual([]);
});

test('an export is for administrators, and of nothing there is none', async () => {
  const { type, world } = await openTypist();
  world.chat.join(chatUser('max'));
  expect(await type('export', { userId: 'max' })).toContain('Only kChat administrators');
  expect(await type('export')).toContain('nothing to export');
});
