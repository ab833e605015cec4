import { commands } from '../../commands/index.ts';
import { createCallLimits } from '../../src/call-limits.ts';
import { createAnswerer } from '../../src/command-line/answer-command.ts';
import { createFormAnswerer } from '../../src/command-line/answer-form.ts';
import { answerOnce } from '../../src/command-line/answer-once.ts';
import { createPressAnswerer } from '../../src/command-line/answer-press.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { createCallerLookup } from '../../src/invitations/caller.ts';
import { form, startHttp } from '../http/start-http.ts';
import { chatUser, team, type FakeChat } from '../support/fake-chat.ts';
import { botId } from '../support/fake-inbox.ts';
import { openWorld, type FakeWorld } from '../support/fake-world.ts';

export interface AttackedWorld {
  world: FakeWorld;
  /** All that anybody got to read: replies, messages, cards, forms and their errors, answers of HTTP. */
  said: string[];
  /** The log of the server and of the worker, as written. */
  logged: () => string[];
  /** Types a line; @returns the status. */
  type: (text: string, userId?: string) => Promise<number>;
  press: (ticket: unknown, userId?: string) => Promise<number>;
  send: (ticket: unknown, submission: object, userId?: string) => Promise<number>;
}

const writing = [
  'post',
  'postFile',
  'postCard',
  'updateCard',
  'updatePost',
  'postEphemeral',
  'replyLate',
  'openForm',
] as const;

const withKey: readonly string[] = ['post', 'postFile', 'postCard'] satisfies (typeof writing)[number][];

/** The real server over a world in which everybody and everything has a hostile name. */
export async function openAttackedWorld(names: readonly string[]): Promise<AttackedWorld> {
  const name = (index: number) => names[index % names.length] ?? '';
  const world = await openWorld({
    team: { ...team, displayName: name(0) },
    approvalChannel: 'hr',
    noticeChannels: ['town-square', name(1).toLowerCase()],
  });
  const { chat, clock, deps } = world;
  chat.openChannel('hr', { isPrivate: true, hasBot: true });
  for (const index of [1, 2, 3, 4]) {
    const id = `channel-${index}`;
    chat.channels.push({ id, teamId: team.id, name: name(index).toLowerCase(), displayName: '', isPrivate: false });
    chat.members.add(`${id}:${botId}`);
  }
  const person = (id: string, index: number, changes = {}) =>
    chatUser(id, { firstName: name(index), lastName: name(index + 1), ...changes });
  chat.join(person('anna', 5, { isSystemAdmin: true }), person('berta', 6, { isSystemAdmin: true, locale: 'fr' }));
  chat.join(person('carla', 2, { isSystemAdmin: true, locale: 'it' }));
  chat.join(person('elena', 3, { isSystemAdmin: true, locale: 'es' }));
  chat.join(person('max', 7, { locale: 'de' }));
  world.provisioning.workTeams.push({ id: 7, name: name(8) });
  world.provisioning.workTeamPeople.set(7, [{ userId: 1, name: name(9), email: 'x@acme.ch' }]);

  const callers = createCallerLookup(chat, deps.settings, clock);
  const redeeming = { deps, registry: createRegistry(commands), callers, limits: createCallLimits(0) };
  const attempted = () => Promise.resolve();
  const http = await startHttp({
    answer: answerOnce({ answer: createAnswerer({ ...redeeming, attempted }), clock, locale: 'en_GB' }),
    press: createPressAnswerer(redeeming),
    submit: createFormAnswerer({ ...redeeming, log: world.log }),
    clock,
  });
  const said = listenTo(chat);
  let trigger = 0;
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${http.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    said.push(...textsIn(await response.json()));
    return response.status;
  };
  const place = { channel_id: 'town-square', post_id: 'p', trigger_id: 'dialog' };
  return {
    world,
    said,
    logged: () => [...http.logLines, ...world.log.lines.map((line) => JSON.stringify(line))],
    type: (text, user_id = 'anna') =>
      post('/kchat/command', { ...form, team_id: team.id, user_id, text, trigger_id: `t${(trigger += 1)}` }),
    press: (ticket, user_id = 'anna') => post('/kchat/action', { ...place, user_id, context: { ticket } }),
    send: (ticket, submission, user_id = 'anna') =>
      post('/kchat/dialog', { ...place, user_id, state: ticket, submission }),
  };
}

/** Records every text that is handed to kChat. */
function listenTo(chat: FakeChat): string[] {
  const said: string[] = [];
  for (const method of writing) {
    const original = chat[method].bind(chat) as (...values: unknown[]) => Promise<never>;
    Object.assign(chat, {
      [method]: (...values: unknown[]) => {
        // Where it goes is not shown, and neither is the key of a post.
        said.push(...values.slice(1, withKey.includes(method) ? -1 : undefined).flatMap(textsIn));
        return original(...values);
      },
    });
  }
  return said;
}

/**
 * Tickets, values of choices and names of fields are shown to nobody. What a field begins with is no message, and neither
 * is the error of a form: it stands there as it is written, and nothing in it is a mention or a link.
 */
const notShown = new Set([
  'ticket',
  'value',
  'name',
  'content',
  'type',
  'style',
  'mediaType',
  'initial',
  'error',
  'errors',
]);

/** The texts in a document. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (notShown.has(key) ? [] : textsIn(inner)));
}
