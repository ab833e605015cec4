import { RemoteRefusal } from '../../errors.ts';
import { asMember } from '../../invitations/as-member.ts';
import type { Dependencies, Settings } from '../../invitations/dependencies.ts';
import { findAdministrators } from '../../invitations/find-administrators.ts';
import type { DeadCount } from '../../ports/delivery-store.ts';
import { deadReportTexts } from '../../texts/dead-report.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { patientRetry } from '../retry-rule.ts';

/** More people than this need not know. */
const mostReaders = 5;

/**
 * Tells what was given up when nobody else was told: in the approval channel, or else the administrators by direct
 * message. Kinds and numbers alone; `npm run jobs` shows more.
 */
export function deadReportJob(deps: Dependencies): JobKind<'dead_report'> {
  const { chat, store, settings } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const channelIds = await whereToTell(deps);
      if (channelIds.length === 0) return { result: 'there is nobody to tell' };
      const message = await keptMessage(store, delivery, async () => {
        const counts = await store.deliveries.takeUntold(delivery.teamId, delivery.id);
        return counts.length === 0 ? undefined : write(counts, settings);
      });
      if (message === undefined) return { result: 'nothing to tell' };
      const postIds = await forEachReachable(channelIds, (channelId) => {
        const once = { ...delivery, dedupeKey: `${delivery.dedupeKey}:${channelId}` };
        return asMember(chat, channelId, settings.botUserId, () => postOnce(chat, once, channelId, message));
      });
      return { result: postIds.join(' ') };
    },
    /** The next report tells what this one was about, and not that it could not be told. */
    async onDead({ teamId, id }) {
      await store.deliveries.giveBackUntold(teamId, id);
      return true;
    },
  };
}

async function whereToTell(deps: Dependencies): Promise<string[]> {
  const { chat, settings } = deps;
  const { approvalChannel, team } = settings;
  const channel = approvalChannel === undefined ? undefined : await chat.channelByName(team.id, approvalChannel);
  if (channel) return [channel.id];
  const readers = (await findAdministrators(deps)).slice(0, mostReaders);
  return forEachReachable(readers, ({ id }) => chat.directChannel(id));
}

/** One who can't be written to keeps nobody else from being told. @throws what the last one met when none could. */
async function forEachReachable<T>(all: readonly T[], work: (one: T) => Promise<string>): Promise<string[]> {
  const results: string[] = [];
  let refused: RemoteRefusal | undefined;
  for (const one of all) {
    try {
      results.push(await work(one));
    } catch (error) {
      if (!(error instanceof RemoteRefusal) || ![403, 404].includes(error.status)) throw error;
      refused = error;
    }
  }
  if (refused && results.length === 0) throw refused;
  return results;
}

function write(counts: readonly DeadCount[], { defaultLocale }: Settings): string {
  const texts = deadReportTexts[defaultLocale];
  const lines = counts.map(({ kind, count }) => `- ${count} × \`${kind}\``);
  return [texts.title, ...lines, '', texts.toLook('`npm run jobs -- list --state dead`')].join('\n');
}
