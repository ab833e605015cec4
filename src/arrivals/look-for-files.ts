import type { Dependencies } from '../invitations/dependencies.ts';
import type { DirectChannel } from '../ports/chat.ts';
import { dayMs } from '../ports/clock.ts';
import { oweFile } from './owe-looks.ts';
import { tryEach } from './try-each.ts';

/** Whoever waited longer than this for an answer has helped themselves. */
const oldMs = dayMs;

/** Posts of one moment may be shown in another order than they came. */
const overlapMs = 60_000;

/**
 * Finds the files that people sent to the bot in direct messages. Only channels where something was written since the
 * last look are read; after a start these are all of the last day, and what was read then is not read again.
 * @returns a look that remembers how far it has come.
 */
export function createFileLook(deps: Pick<Dependencies, 'store' | 'chat' | 'clock' | 'settings'>): () => Promise<void> {
  const { chat, clock, settings } = deps;
  const seen = new Map<string, number>();

  async function look({ id, lastPostAt }: DirectChannel): Promise<void> {
    const since = Math.max(clock.now() - oldMs, (seen.get(id) ?? 0) - overlapMs);
    for (const post of await chat.postsWithFiles(id, since)) {
      await oweFile(deps, { postId: post.id, channelId: id, userId: post.userId });
    }
    if (lastPostAt !== undefined) seen.set(id, lastPostAt);
  }

  return async () => {
    const directs = await chat.directChannels(settings.team.id);
    const old = clock.now() - oldMs;
    const isNew = ({ id, lastPostAt = Infinity }: DirectChannel) => lastPostAt > Math.max(old, seen.get(id) ?? 0);
    await tryEach(directs.filter(isNew), look);
  };
}
