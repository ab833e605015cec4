import { expect, test } from 'vitest';
import { call, useSandbox } from '../sandbox-client.ts';
import { card } from './card.ts';
import { useIntegration } from './integration.ts';

const { sandbox, asAdmin, asMember, channel, person } = useSandbox();
const integration = useIntegration();

interface Uploaded {
  file_infos: { id: string }[];
  client_ids: string[];
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGNgYPgPRRAKAA9UAf+YcDbsAAAAAElFTkSuQmCC',
  'base64',
);
const csv = 'first_name;email\nJane;jane@acme.ch\n';

async function upload(files: Record<string, string | Buffer>, fields: Record<string, string> = {}, token?: string) {
  const form = new FormData();
  const all = { channel_id: channel('off-topic').id, ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  for (const [name, content] of Object.entries(files)) {
    form.append('files', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  }
  const response = await fetch(`${sandbox().kchatUrl}/api/v4/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token ?? sandbox().tokens.member}`, 'accept-language': 'en' },
    body: form,
  });
  return { status: response.status, body: (await response.json()) as Uploaded };
}

const uploaded = async (files: Record<string, string | Buffer>, token?: string) =>
  (await upload(files, {}, token)).body.file_infos.map((file) => file.id);
const post = (fileIds: string[], as = asMember, channelName = 'off-topic') =>
  as('POST', '/posts', { channel_id: channel(channelName).id, message: '', file_ids: fileIds });
const download = (path: string, token = sandbox().tokens.member) =>
  fetch(`${sandbox().kchatUrl}/api/v4/files/${path}`, { headers: { authorization: `Bearer ${token}` } });

test('an upload is described by its name and content, whatever the uploader says of it', async () => {
  const { status, body } = await upload({ '../people.CSV': csv, 'chart.png': png, README: 'x' }, { client_ids: 'a' });
  expect(status).toBe(201);
  expect(body.client_ids).toEqual(['a']);
  expect(body.file_infos).toMatchObject([
    { name: 'people.CSV', extension: 'csv', size: csv.length, mime_type: 'text/csv; charset=utf-8' },
    { name: 'chart.png', mime_type: 'image/png', width: 3, height: 2, has_preview_image: true },
    { name: 'README', extension: '', mime_type: '' },
  ]);
  expect(body.file_infos[0]).not.toHaveProperty('width');
});

test('files hang on the post that names them, and everybody in the channel gets them byte for byte', async () => {
  const ids = await uploaded({ 'people.csv': csv, 'chart.png': png });
  const { status, body } = await post(ids);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    file_ids: ids,
    metadata: { files: [{ name: 'people.csv', post_id: body.id }, { name: 'chart.png' }] },
  });
  const [text, picture] = await Promise.all(ids.map((id) => download(id, sandbox().tokens.admin)));
  expect(await text?.text()).toBe(csv);
  expect(text?.headers.get('content-disposition')).toMatch(/^attachment;filename="people\.csv"/);
  expect(Buffer.from((await picture?.bytes()) ?? [])).toEqual(png);
  expect(picture?.headers.get('content-disposition')).toMatch(/^inline/);
  const infos = await asAdmin('GET', `/posts/${body.id}/files/info`);
  expect(infos.items.map((file) => file.name)).toEqual(['people.csv', 'chart.png']);
  expect((await asAdmin('GET', `/files/${ids[0] ?? ''}/info`)).body.name).toBe('people.csv');
});

test('pictures have a preview, other files have none', async () => {
  const [text = '', picture = '', drawing = ''] = await uploaded({ 'a.csv': csv, 'b.png': png, 'c.svg': '<svg/>' });
  expect((await download(`${picture}/preview`)).headers.get('content-type')).toBe('image/png');
  expect((await download(`${picture}/thumbnail`)).status).toBe(200);
  expect((await download(`${text}/preview`)).status).toBe(400);
  expect((await download(`${drawing}/thumbnail`)).status).toBe(400);
});

test('files of a channel are for its members, and unattached ones for their uploader', async () => {
  const ids = await uploaded({ 'secret.csv': csv }, sandbox().tokens.admin);
  const [id = ''] = ids;
  expect((await download(id)).status).toBe(403);
  await post(ids, asAdmin, 'board');
  expect([(await download(id)).status, (await download(`${id}/info`)).status]).toEqual([403, 403]);
  expect((await download('no-such-file')).status).toBe(404);
});

test('the files of a deleted post are gone', async () => {
  const ids = await uploaded({ 'people.csv': csv });
  const { body } = await post(ids);
  await asMember('DELETE', `/posts/${body.id}`);
  expect((await download(ids[0] ?? '')).status).toBe(404);
});

test('files of others, files on another post and unknown files are left off without a word', async () => {
  const own = await uploaded({ 'own.csv': csv });
  const foreign = await uploaded({ 'foreign.csv': csv }, sandbox().tokens.admin);
  const first = await post([...own, ...own, ...foreign, 'no-such-file']);
  expect((first.body as unknown as { file_ids: string[] }).file_ids).toEqual(own);
  expect((await post(own)).body).toMatchObject({ file_ids: [], metadata: {} });
});

test('a post takes five files at most, and is not empty', async () => {
  expect((await post(Array.from({ length: 6 }, (_, index) => `file-${index}`))).status).toBe(422);
  expect((await post([])).status).toBe(422);
});

test('an upload takes a login, a channel one is in, and less than 50 MiB', async () => {
  const form = { channel_id: channel('board').id };
  expect((await upload({ 'a.csv': csv }, form)).status).toBe(403);
  expect((await upload({ 'a.csv': csv }, {}, 'nobody')).status).toBe(401);
  const tooMuch = Buffer.alloc(50 * 1024 * 1024 + 1);
  expect((await upload({ 'big.bin': tooMuch })).status).toBe(413);
  expect((await upload({ 'big.bin': Buffer.concat([tooMuch, Buffer.alloc(1024 * 1024)]) })).status).toBe(413);
  const noForm = await call(`${sandbox().kchatUrl}/api/v4/files`, 'POST', {}, sandbox().tokens.member);
  expect(noForm.status).toBe(422);
});

test('a file can be sent to one person', async () => {
  const ids = [person('max.muster').id, person('pat.keller').id];
  const direct = (await asMember('POST', '/channels/direct', ids)).body.id;
  const { body } = await upload({ 'people.csv': csv }, { channel_id: direct });
  const fileIds = body.file_infos.map((file) => file.id);
  await asMember('POST', '/posts', { channel_id: direct, message: 'import', file_ids: fileIds });
  expect((await download(fileIds[0] ?? '', sandbox().tokens.admin)).status).toBe(200);
});

test('a press that updates a post takes its files away', async () => {
  integration().answer({ json: { update: { message: 'Pressed' } } });
  const ids = await uploaded({ 'chart.png': png });
  const props = { attachments: [card(integration().url)] };
  const fields = { channel_id: channel('off-topic').id, message: 'x', file_ids: ids, props };
  const { body } = await asMember('POST', '/posts', fields);
  await asMember('PUT', `/posts/${body.id}/patch`, { message: 'y' });
  expect((await asMember('GET', `/posts/${body.id}`)).body).toMatchObject({ message: 'y', file_ids: ids });
  await asMember('POST', `/posts/${body.id}/actions/revoke`, {});
  expect((await asMember('GET', `/posts/${body.id}`)).body).toMatchObject({ message: 'Pressed', file_ids: [] });
});
