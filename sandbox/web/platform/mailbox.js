import { call } from './http.js';

/** Every mail the sandbox has sent, newest first: id, to, subject, text, acceptUrl, at. */
export function allMail() {
  return call('/mailbox/messages');
}

/** Registers the invited person. `answers`: what is not known from the invitation, such as another `email`, or a guest's name. */
export function acceptInvitation(mail, answers) {
  return call(ownPath(mail.acceptUrl), { method: 'POST', body: answers });
}

export function declineInvitation(mail) {
  return call(ownPath(mail.acceptUrl), { method: 'POST', body: { decline: true } });
}

/** The link names 127.0.0.1, the page may have been opened as localhost: stay on the page's own origin. */
function ownPath(acceptUrl) {
  const { pathname, search } = new URL(acceptUrl, location.href);
  return pathname + search;
}
