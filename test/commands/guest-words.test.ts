import { expect, test } from 'vitest';
import { minutes } from '../support/fake-clock.ts';
import { refusal, silence } from '../support/fake-faults.ts';
import { gus } from '../support/guest-request.ts';
import { openTypist } from './typist.ts';

test('whatever is said of a guest speaks of kChat, never of Infomaniak', async () => {
  const { type, world } = await openTypist();
  world.chat.openChannel('marketing', { hasBot: true });
  const error = silence('timeout', 'kChat');
  const said: string[] = [];
  const hear = async (line: string, words: string) => {
    const answer = await type(line);
    expect(answer).toContain(words);
    said.push(answer);
    await world.untilQuiet();
  };

  await hear(`guest ${gus} ~marketing`, 'kChat has mailed the link');
  world.clock.advance(minutes(2));
  world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error, times: 2 });
  await hear(`resend ${gus}`, 'A new link for `gus@other.test` was asked for');
  world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error });
  await hear(`revoke ${gus}`, 'until kChat confirms it');
  await hear(`status ${gus}`, '| Cancelled');

  const fields = { emails: 'no such domain' };
  world.chat.faults.plan({ at: 'inviteGuest', moment: 'before', error: refusal(422, undefined, { fields }, 'kChat') });
  await hear('guest two@other.test ~marketing', 'kChat does not accept this e-mail address');
  world.chat.faults.plan({ at: 'pendingGuests', moment: 'before', error, times: 99 });
  await hear('guest three@other.test ~marketing', 'I am inviting');
  await hear('status three@other.test', 'there was no answer for a long time');
  expect(said.join()).not.toContain('Infomaniak');
});
