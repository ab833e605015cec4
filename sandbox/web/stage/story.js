import { useState } from 'preact/hooks';
import { standingOf } from '../mail/invitee.js';

/**
 * The story the sandbox tells, and how far it has come with the newest invitation. The first two steps are facts of
 * the sandbox; whether somebody has read the welcome and the notice only this page knows, so it remembers that per
 * newcomer.
 */
export function useStory(cast, mails, state) {
  const [mail] = mails;
  const newcomer = mail && whoCame(mail, state, cast);
  const key = `story:${newcomer?.role}`;
  const [read, setRead] = useState({});
  const known = { ...JSON.parse(localStorage.getItem(key) ?? '{}'), ...read[key] };

  const noteRead = (actor, conversation) => {
    const lesson = newcomer && lessonOf(actor, newcomer, since(conversation, mail.at));
    if (!lesson || known[lesson]) return;
    const next = { ...known, [lesson]: true };
    localStorage.setItem(key, JSON.stringify(next));
    setRead({ [key]: next });
  };

  const steps = [
    { name: 'Invite', role: 'admin', hint: 'As Pat, send the invite command.', done: mail },
    { name: 'Open the mail', role: 'mailbox', hint: 'As the invitee, accept the invitation.', done: newcomer },
    {
      name: 'Read the welcome',
      role: newcomer?.role,
      hint: 'As the newcomer, open the new message.',
      done: known.welcome,
    },
    // Nobody is told of a guest but the channels they come to, by kChat itself.
    ...(newcomer?.person.is_guest
      ? []
      : [{ name: 'See the notice', role: 'member', hint: 'As Max, see who has arrived.', done: known.notice }]),
  ].map((step) => ({ ...step, done: Boolean(step.done) }));
  return { steps, next: steps.find((step) => !step.done), noteRead };
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
