import { useState } from 'preact/hooks';
import { standingOf } from '../mail/invitee.js';

/**
 * The story the sandbox tells, and how far it has come: with whoever has arrived and is not through yet, else with the
 * newest invitation. The first two steps are facts of the sandbox; whether somebody has read the welcome and the notice
 * only this page knows, so it remembers that per newcomer.
 */
export function useStory(cast, mails, sandbox) {
  const [read, setRead] = useState({});
  const known = (newcomer) => ({ ...remembered(newcomer), ...read[newcomer.role] });
  const invitations = mails.map((mail) => ({ mail, newcomer: whoCame(mail, sandbox, cast) }));
  const arrivals = invitations.filter(({ newcomer }) => newcomer);
  const unfinished = arrivals.find(({ newcomer }) => !isThrough(newcomer, known(newcomer)));
  const { mail, newcomer } = unfinished ?? invitations[0] ?? {};
  const lessons = newcomer ? known(newcomer) : {};

  const noteRead = (actor, conversation) => {
    for (const arrival of arrivals) {
      const lesson = lessonOf(actor, arrival.newcomer, since(conversation, arrival.mail.at));
      if (!lesson || known(arrival.newcomer)[lesson]) continue;
      const { role } = arrival.newcomer;
      const next = { ...known(arrival.newcomer), [lesson]: true };
      localStorage.setItem(keyOf(role), JSON.stringify(next));
      setRead((before) => ({ ...before, [role]: next }));
    }
  };

  const steps = [
    { name: 'Invite', role: 'admin', hint: 'As Pat, send the invite command.', done: mail },
    { name: 'Open the mail', role: 'mailbox', hint: 'As the invitee, accept the invitation.', done: newcomer },
    {
      name: 'Read the welcome',
      role: newcomer?.role,
      hint: 'As the newcomer, open the new message.',
      done: lessons.welcome,
    },
    // Nobody is told of a guest but the channels they come to, by kChat itself.
    ...(newcomer?.person.is_guest
      ? []
      : [{ name: 'See the notice', role: 'member', hint: 'As Max, see who has arrived.', done: lessons.notice }]),
  ].map((step) => ({ ...step, done: Boolean(step.done) }));
  return { steps, next: steps.find((step) => !step.done), noteRead };
}

function remembered({ role }) {
  return JSON.parse(localStorage.getItem(keyOf(role)) ?? '{}');
}

/** Of a guest's arrival the channels are told by kChat alone, so there is no notice to see. */
function isThrough({ person }, { welcome, notice }) {
  return Boolean(welcome && (notice || person.is_guest));
}

function keyOf(role) {
  return `story:${role}`;
}

/** Whoever need not sign in with the invited address may have registered with an address that the mail does not name. */
function whoCame(mail, sandbox, cast) {
  const { state, newcomer } = standingOf(mail, sandbox, cast);
  return state === 'closed' ? cast.findLast((actor) => actor.part === 'newcomer') : newcomer;
}

function since(conversation, at) {
  return { ...conversation, messages: conversation.messages.filter((message) => message.at >= at) };
}

function lessonOf(actor, newcomer, conversation) {
  const fromBot = conversation.messages.filter((message) => message.author.is_bot && !message.onlyForYou);
  if (fromBot.length === 0) return undefined;
  if (conversation.kind === 'direct') return actor.role === newcomer.role ? 'welcome' : undefined;
  return actor.part === 'member' ? 'notice' : undefined;
}
