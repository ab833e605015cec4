import { beforeEach, describe, expect, test } from 'vitest';
import { call, useSandbox } from '../sandbox-client.ts';
import { actionsIn, card } from './card.ts';
import { useIntegration } from './integration.ts';

let time = 1_800_000_000_000;
const { sandbox, asAdmin, asMember, kchatAs, channel, person } = useSandbox({ now: () => time });
const integration = useIntegration();
let trigger = '';

beforeEach(async () => {
  time = 1_800_000_000_000;
  const url = `${integration().url}/command`;
  integration().answer({ json: { text: 'A form opens' } }, '/command');
  await asAdmin('POST', '/commands', { team_id: sandbox().teamId, method: 'P', trigger: 'kinvite', url });
  await asMember('POST', '/commands/execute', { channel_id: channel('off-topic').id, command: '/kinvite' });
  trigger = String(integration().heard[0]?.body.trigger_id);
});

const email = { display_name: 'E-mail', name: 'email', type: 'text', subtype: 'email' };
const form = { callback_id: 'invite', title: 'Invite', elements: [email], state: 'signed', notify_on_cancel: true };
const open = (fields: object = {}) =>
  call(`${sandbox().kchatUrl}/api/v4/actions/dialogs/open`, 'POST', {
    trigger_id: trigger,
    url: `${integration().url}/form`,
    dialog: form,
    ...fields,
  });
const dialogsOf = async (username: string) =>
  (await call(`${sandbox().origin}/sandbox/dialogs?user_id=${person(username).id}`, 'GET')).items;

describe('opening', () => {
  test('needs no login, only the trigger, and reaches the person who caused it', async () => {
    expect(await open()).toMatchObject({ status: 200, body: { status: 'OK' } });
    const [clientId] = Buffer.from(trigger, 'base64').toString().split(':');
    expect(await dialogsOf('max.muster')).toMatchObject([
      {
        trigger_id: clientId,
        url: `${integration().url}/form`,
        dialog: {
          ...form,
          submit_label: '',
          elements: [{ ...email, placeholder: '', optional: false, options: null }],
        },
      },
    ]);
    expect(await dialogsOf('pat.keller')).toEqual([]);
    expect(sandbox().world.violations).toEqual([]);
  });

  test('works again and again for three seconds, then no more', async () => {
    time += 3000;
    expect([(await open()).status, (await open()).status]).toEqual([200, 200]);
    time += 1;
    expect(await open()).toMatchObject({
      status: 400,
      body: { id: 'interactive_message.decode_trigger_id.expired' },
    });
    expect(await dialogsOf('max.muster')).toHaveLength(2);
  });

  test('is possible with the trigger of a press', async () => {
    const props = { attachments: [card(integration().url)] };
    const { body } = await asAdmin('POST', '/posts', { channel_id: channel('off-topic').id, message: 'x', props });
    await kchatAs(sandbox().tokens.admin)('POST', `/posts/${body.id}/actions/revoke`, {});
    expect(actionsIn(props)).toHaveLength(3);
    expect((await open({ trigger_id: integration().heard.at(-1)?.body.trigger_id })).status).toBe(200);
    expect(await dialogsOf('pat.keller')).toHaveLength(1);
  });

  test.each([
    ['*', 'base64_decode_failed'],
    ['', 'missing_data'],
    [Buffer.from('a:b:c:d').toString('base64'), 'expired'],
  ])('is refused with the trigger %j', async (wrong, reason) => {
    const id = `interactive_message.decode_trigger_id.${reason}`;
    expect(await open({ trigger_id: wrong })).toMatchObject({ status: 400, body: { id } });
  });

  test('is refused with a trigger that was rewritten for somebody else', async () => {
    const parts = Buffer.from(trigger, 'base64').toString().split(':');
    parts[1] = person('pat.keller').id;
    const forged = Buffer.from(parts.join(':')).toString('base64');
    const id = 'interactive_message.decode_trigger_id.verify_signature_failed';
    expect(await open({ trigger_id: forged })).toMatchObject({ status: 400, body: { id } });
    expect(await dialogsOf('pat.keller')).toEqual([]);
  });

  test('wants to know where the submission goes', async () => {
    expect((await open({ url: '' })).status).toBe(400);
  });

  test.each([
    ['an empty title', { ...form, title: '' }, 'title'],
    ['a long title', { ...form, title: 'x'.repeat(25) }, 'title'],
    ['two elements of one name', { ...form, elements: [email, email] }, 'same name'],
    ['a long label', { ...form, elements: [{ ...email, display_name: 'x'.repeat(25) }] }, 'display_name'],
    ['an element without a name', { ...form, elements: [{ ...email, name: '' }] }, 'name is empty'],
    ['an unknown type', { ...form, elements: [{ ...email, type: 'date' }] }, 'type'],
    ['an unknown subtype', { ...form, elements: [{ ...email, subtype: 'mail' }] }, 'subtype'],
    ['a menu of nothing', { ...form, elements: [{ ...email, type: 'select' }] }, 'options'],
    ['an unknown source', { ...form, elements: [{ ...email, type: 'select', data_source: 'teams' }] }, 'data_source'],
    [
      'limits that exclude each other',
      { ...form, elements: [{ ...email, min_length: 3, max_length: 2 }] },
      'min_length',
    ],
    ['a default that is no option', { ...form, elements: [{ ...email, type: 'radio', default: 'a' }] }, 'default'],
    ['a default that is no truth', { ...form, elements: [{ ...email, type: 'bool', default: 'yes' }] }, 'default'],
  ])('shows a form with %s, as servers do, and records what is wrong with it', async (_name, dialog, word) => {
    expect((await open({ dialog })).status).toBe(200);
    expect(await dialogsOf('max.muster')).toHaveLength(1);
    expect(sandbox().world.violations[0]?.problem).toContain(word);
  });

  test('is refused with fields that no document has', async () => {
    expect((await open({ dialog: { ...form, colour: 'red' } })).status).toBe(422);
  });
});

describe('submitting', () => {
  const submit = (fields: object = {}, as = asMember) =>
    as('POST', '/actions/dialogs/submit', {
      url: `${integration().url}/form`,
      callback_id: 'invite',
      state: 'signed',
      channel_id: channel('off-topic').id,
      team_id: sandbox().teamId,
      submission: { email: 'jane@acme.ch', silent: true, note: null },
      cancelled: false,
      ...fields,
    });
  const told = () => integration().heard.find((one) => one.path === '/form');

  test('passes the form on as JSON without any token, in the name of the caller', async () => {
    const answer = await submit({ user_id: person('pat.keller').id });
    expect(answer).toMatchObject({ status: 200, body: {} });
    expect(told()).toMatchObject({ type: 'application/json', authorization: undefined });
    expect(told()?.body).toEqual({
      type: 'dialog_submission',
      callback_id: 'invite',
      state: 'signed',
      user_id: person('max.muster').id,
      channel_id: channel('off-topic').id,
      team_id: sandbox().teamId,
      submission: { email: 'jane@acme.ch', silent: true, note: null },
      cancelled: false,
    });
  });

  test('passes on whatever state a client makes up, for a form that was never opened', async () => {
    await submit({ state: 'forged' });
    expect(told()?.body.state).toBe('forged');
    expect(sandbox().world.kchat.dialogs).toEqual([]);
  });

  test('passes on that the form was closed', async () => {
    await submit({ submission: {}, cancelled: true });
    expect(told()?.body).toMatchObject({ submission: {}, cancelled: true });
  });

  test.each([
    [{ json: { errors: { email: 'Not at acme.ch' } } }, { errors: { email: 'Not at acme.ch' } }],
    [{ json: { error: 'Not now', other: 1 } }, { error: 'Not now' }],
    [{ status: 200, text: '' }, {}],
    [{ status: 200, text: 'no JSON' }, {}],
  ])('hands the answer %j back as %j', async (answered, body) => {
    integration().answer(answered);
    expect(await submit()).toMatchObject({ status: 200, body });
    expect((await submit()).body).toEqual(body);
  });

  test.each([[{ status: 500, text: '' }], [{ status: 400, text: '{"errors":{"email":"x"}}' }], ['cut' as const]])(
    'fails when the integration answers %j',
    async (answered) => {
      integration().answer(answered);
      const id = 'api.post.do_action.action_integration.app_error';
      expect(await submit()).toMatchObject({ status: 400, body: { id } });
    },
  );

  test('takes a login, membership of channel and team, and an address', async () => {
    const wrong = await Promise.all([
      submit({}, kchatAs('nobody')),
      submit({ channel_id: channel('board').id }),
      submit({ channel_id: '' }),
      submit({ team_id: '' }),
      submit({ url: '' }),
      submit({ url: 'nowhere' }),
    ]);
    expect(wrong.map((one) => one.status)).toEqual([401, 403, 403, 403, 400, 400]);
    expect(told()).toBeUndefined();
  });
});
