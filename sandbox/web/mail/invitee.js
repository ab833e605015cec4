/** What Infomaniak holds of the invitation that a mail is about: the newest one of that address. */
export function inviteeOf(mail, provider) {
  return provider.users.findLast((user) => user.invitation_id !== null && user.email === mail.to);
}

/** Whom an accepted invitation has turned into; they may have registered with another address. */
export function newcomerOf(invitee, cast) {
  return cast.find((one) => one.part === 'newcomer' && one.person.user_id === invitee?.user_id);
}
