/**
 * Where an invitation stands, judged by what Infomaniak or, of a guest, kChat still holds of its address: `pending`,
 * `expired`, `accepted` (then with the `newcomer`), or `closed`, which is all one can tell of a declined or withdrawn one.
 * `invitee` is Infomaniak's entry of the person, if there is one; a guest has none.
 */
export function standingOf(mail, { provider, guests }, cast) {
  const invitee = provider.users.findLast((user) => user.email === mail.to);
  const guest = guests.findLast((one) => one.email === mail.to);
  const newcomers = cast.filter((one) => one.part === 'newcomer');
  const newcomer = newcomers.find((one) => one.person.email === mail.to);
  if (newcomer) return { state: 'accepted', newcomer, invitee };
  if (invitee?.state_in_account === 'pending') return { state: invitee.is_expired ? 'expired' : 'pending', invitee };
  if (guest) return { state: guest.is_expired ? 'expired' : 'pending', isGuest: true };
  return { state: 'closed', invitee };
}
