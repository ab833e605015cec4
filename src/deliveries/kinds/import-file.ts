import { isRemoteError } from '../../errors.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { recordOffer } from '../../invitations/offer-import.ts';
import { takeFile } from '../../invitations/take-file.ts';
import { importTexts } from '../../texts/commands/import.ts';
import { localeOf } from '../../texts/locale.ts';
import { apologize } from '../apologize.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { provisioningRetry } from '../retry-rule.ts';

/** Reads a file that was sent to the bot, and offers what it holds as an import. */
export function importFileJob(deps: Dependencies): JobKind<'import_file'> {
  const { chat, store, settings } = deps;
  return {
    retry: provisioningRetry,
    async run(delivery) {
      const { postId, channelId } = delivery.payload;
      const { result, say, offer } = await takeFile(deps, postId);
      const message = await keptMessage(store, delivery, () => Promise.resolve(say));
      if (message !== undefined) await postOnce(chat, delivery, channelId, message);
      // Who was told something else in an earlier attempt is not offered anything on top of it.
      if (!offer || message !== say) return { result };
      return { result, record: (queries) => recordOffer(deps, queries, offer.rows, offer.importer) };
    },
    async onDead(delivery) {
      const { userId } = delivery.payload;
      const user = await chat.user(userId).catch((error: unknown) => {
        if (isRemoteError(error)) return undefined;
        throw error;
      });
      const locale = localeOf(user?.locale, settings.defaultLocale);
      return apologize(deps, delivery, userId, importTexts[locale].notFetched);
    },
  };
}
