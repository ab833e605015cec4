import { beforeEach } from 'vitest';
import type { Settings } from '../../src/invitations/dependencies.ts';
import { chatUser } from '../support/fake-chat.ts';
import { openTypist, type Typist } from './typist.ts';

export const email = 'jane@acme.ch';
export const max = { userId: 'max' };
/** A new one for each test. */
export let typist: Typist;

/** For each test of the file: a team with an approval channel, a member, and two administrators. */
export function openDeskForEach(): void {
  beforeEach(async () => {
    await openWithoutChannel();
    typist.world.chat.openChannel('hr', { isPrivate: true, hasBot: true });
    typist.world.chat.join(chatUser('max', { firstName: 'Max', lastName: 'Frei' }));
    typist.world.chat.join(chatUser('berta', { firstName: 'Berta', lastName: 'Boss', isSystemAdmin: true }));
  });
}

/** The approval channel is configured, but kChat does not have it. */
export async function openWithoutChannel(changes: Partial<Settings> = {}): Promise<void> {
  typist = await openTypist({ approvalChannel: 'hr', ...changes });
}

/** The card in the approval channel. */
export const card = () => {
  const [post] = typist.world.chat.posts.filter(({ channelId }) => channelId === 'hr');
  return post && { ...typist.world.chat.cards.get(post.id), id: post.id };
};
export const press = async (label: string, userId = 'anna') => {
  const ticket = card()?.buttons?.find((button) => button.label === label)?.ticket ?? '';
  const answer = await typist.press('', { ticket, userId, postId: card()?.id });
  await typist.world.untilQuiet();
  return answer;
};
export const ask = async () => {
  const answer = await typist.type(`${email} Jane Doe --note "Our new colleague"`, max);
  await typist.world.untilQuiet();
  return answer;
};
export const invited = () => typist.world.provisioning.pendingOf(email).length;
