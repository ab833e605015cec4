import { beforeEach, describe, expect, test } from 'vitest';
import { textsStored } from '../support/everything-stored.ts';
import { chatUser } from '../support/fake-chat.ts';
import { days } from '../support/fake-clock.ts';
import { silence } from '../support/fake-faults.ts';
import { openTypist, type Typist } from './typist.ts';

const email = 'quilla@acme.ch';
const quilla = { userId: 'u7' };
const hers = /quilla|quimby/i;

/** Where the database may say who somebody is. Each of these is filled below, and empty of them after `forget`. */
const personal = [
  ...['email', 'first_name', 'last_name', 'failure_detail', 'inviter_name', 'note'].map((name) => `invitation.${name}`),
  'invitation_event.detail',
  ...['target', 'payload', 'message'].map((name) => `delivery.${name}`),
  ...['name', 'inviter_name'].map((name) => `notice_arrival.${name}`),
  'audit_entry.email',
  'import.by_name',
  ...['email', 'first_name', 'last_name', 'problem'].map((name) => `import_row.${name}`),
];

/** Where it never does: ids, states, what administrators name and write, and remarks made of codes. */
const impersonal: Readonly<Record<string, string>> = {
  schema_migration: 'name checksum',
  team: 'id name bot_user_id sealed_bot_token',
  command_token: 'team_id command_id trigger token_hash',
  invitation:
    'id team_id kind role locale channels work_teams state failure inviter_id provider_step chat_user_id parent_id import_id card_post_id approved_by approval_post_id',
  invitation_event: 'team_id invitation_id kind actor',
  delivery: 'id team_id kind invitation_id dedupe_key locked_by state result last_error told_by',
  known_person: 'team_id user_id',
  provider_request: 'team_id',
  provider_pause: 'team_id',
  notice: 'id team_id channel_name post_id',
  notice_arrival: 'team_id notice_id user_id invitation_id',
  used_ticket: 'id team_id',
  welcome_text: 'team_id part locale text changed_by',
  audit_entry: 'team_id actor verb detail',
  import: 'id team_id by_id locale trigger state post_id ending',
  import_row: 'import_id team_id locale channels invitation_id',
  import_news: 'import_id message invitation_id team_id told_by',
  newcomer_channel: 'team_id channel_id name added_by',
};

let typist: Typist;
beforeEach(async () => {
  typist = await openTypist({ approvalChannel: 'hr', retentionDays: undefined });
  typist.world.chat.openChannel('hr', { hasBot: true });
  typist.world.chat.join(chatUser('max', { firstName: 'Max', lastName: 'Frei' }));
});

const traces = () =>
  [...textsStored(typist.world.store.path)].filter(([, texts]) => texts.some((text) => hers.test(text)));
const places = () => traces().map(([column]) => column);

/** Max asks for Quilla and is refused; Anna invites her, and she comes. */
async function comeAtLast(): Promise<void> {
  const { type, press, send, world } = typist;
  await type(`${email} Quilla Quimby`, { userId: 'max' });
  await world.untilQuiet();
  const [card] = world.chat.posts.filter(({ channelId }) => channelId === 'hr');
  const deny = world.chat.cards.get(card?.id ?? '')?.buttons.find(({ label }) => label === 'Deny');
  await press('', { ticket: deny?.ticket ?? '', postId: card?.id });
  await send({ reason: 'Quimby has to wait' });
  await type(`${email} Quilla Quimby --note "Quilla plays the tuba"`);
  await world.untilQuiet();
  world.provisioning.accept(email, 501);
  const person = { email, firstName: 'Quilla', lastName: 'Quimby', isSystemAdmin: true };
  world.chat.join(chatUser(quilla.userId, { ...person, username: 'quilla.quimby' }));
  await world.poll();
  await world.untilQuiet();
}

/** She is an administrator, invites Otto, who comes, and offers an import; so does Anna, with her among the people. */
async function actOnHerOwn(): Promise<void> {
  const { type, world } = typist;
  await type('otto@acme.ch Otto Muster', quilla);
  await world.untilQuiet();
  world.provisioning.accept('otto@acme.ch', 502);
  world.chat.join(chatUser('otto', { email: 'otto@acme.ch' }));
  await world.poll();
  await world.untilQuiet();
  await type('import ida@acme.ch Ida Muster', quilla);
  await type('import ida@acme.ch Ida Muster\nquilla@acme.ch Quilla Quimby\nquilla@acme.ch Quilla');
  await world.drain();
}

/** The welcome once more, which kChat does not take: it is tried again later, in the same words. */
async function beWelcomedAgain(): Promise<void> {
  const { type, world } = typist;
  world.chat.faults.plan({ at: 'post', moment: 'before', error: silence('timeout', 'kChat'), times: 99 });
  await type('welcome send @quilla.quimby');
  await world.drain();
  world.chat.faults.clear();
}

describe('somebody of whom everything is stored that can be', () => {
  test('is sought in every column that may hold a text', () => {
    const known = Object.entries(impersonal).flatMap(([table, names]) =>
      names.split(' ').map((name) => `${table}.${name}`),
    );
    // A column that is missing here is new: fill it below, and have it erased, if it can say who somebody is.
    expect([...textsStored(typist.world.store.path).keys()].sort()).toEqual([...personal, ...known].sort());
  });

  test('leaves nothing, whatever was still on its way', async () => {
    await comeAtLast();
    await actOnHerOwn();
    await beWelcomedAgain();
    expect(places().sort()).toEqual([...personal].sort());
    const { type, world } = typist;
    const numbers = [await type('stats'), (await type('list')).split('\n')[0]];

    expect(await type(`forget ${email} --confirm`)).toContain('2 invitations');
    expect(traces()).toEqual([]);
    expect([await type('stats'), (await type('list')).split('\n')[0]]).toEqual(numbers);
    await world.untilQuiet();
    expect(traces()).toEqual([]);
    expect(await type('list')).toMatch(/Otto Muster.* \| — \|$/m);
    expect(world.chat.messagesTo(quilla.userId).filter((text) => text.includes('Welcome'))).toHaveLength(1);
  });

  test('is asked about first, and until then everything stays', async () => {
    await comeAtLast();
    const before = traces();
    expect(await typist.type(`forget ${email}`)).toContain('everything about `quilla@acme.ch` in 2 invitations');
    expect(traces()).toEqual(before);
  });

  test('leaves nothing of what ended long ago, where data are kept for a time', async () => {
    await comeAtLast();
    await actOnHerOwn();
    typist.world.deps.settings.retentionDays = 30;
    for (let day = 0; day < 35; day += 1) {
      typist.world.clock.advance(days(1));
      await typist.world.poll();
      await typist.world.untilQuiet();
    }
    // Otto's invitation, without Otto, still says who made it.
    expect(places()).toEqual(['invitation.inviter_name']);
  });
});
