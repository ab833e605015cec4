import type { Dependencies } from '../../invitations/dependencies.ts';
import { describeImportNews, isStillNews, readConcerned } from '../../invitations/import-news.ts';
import { localeOf } from '../../texts/locale.ts';
import { timeFormatter } from '../../texts/time.ts';
import type { StoreQueries } from '../../ports/store.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { requireImport } from '../require-import.ts';
import { patientRetry } from '../retry-rule.ts';

/** One direct message to whoever imported, about all of the import whom the same has befallen on one day. */
export function importNewsJob(deps: Dependencies): JobKind<'import_news'> {
  const { chat, clock, store, settings } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const { id, teamId, payload } = delivery;
      const { message: kind } = payload;
      const run = await requireImport(store, teamId, payload);
      // Once there are words, nobody joins those whom they are about.
      if (delivery.message === undefined)
        await store.transaction(({ importNews }) =>
          importNews.take({ ...payload, teamId }, id, Math.max(payload.until, clock.now())),
        );
      const taken = await store.importNews.taken(teamId, id);
      const people = taken.filter((invitation) => isStillNews(invitation, kind));

      const message = await keptMessage(store, delivery, async () => {
        if (people.length === 0) return undefined;
        const reader = await chat.user(run.byId);
        const locale = localeOf(reader?.locale, settings.defaultLocale);
        const formatTime = timeFormatter(reader?.timeZone, locale);
        const concerned = await readConcerned(deps, kind, people);
        return describeImportNews(deps, run, kind, concerned, { locale, formatTime });
      });
      const record = async ({ invitations, importNews }: StoreQueries) => {
        const event = { teamId, kind: 'inviter_told', at: clock.now(), actor: 'deliveries', detail: kind } as const;
        await invitations.addEvents(people.map((invitation) => ({ ...event, invitationId: invitation.id })));
        await importNews.end(teamId, id);
      };
      if (message === undefined) return { result: 'needless: nobody is concerned any more', record };
      return { result: await postOnce(chat, delivery, await chat.directChannel(run.byId), message), record };
    },
  };
}
