import type { Dependencies } from '../../invitations/dependencies.ts';
import { invitationsCsv } from '../../invitations/invitations-csv.ts';
import { invitationStates } from '../../ports/invitation-store.ts';
import { exportTexts } from '../../texts/commands/export.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { timeFormatter } from '../../texts/time.ts';
import { apologize } from '../apologize.ts';
import { sendFile } from '../file-for-caller.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { provisioningRetry } from '../retry-rule.ts';

/** All invitations as a file, to whoever asked for them. */
export function exportJob(deps: Dependencies): JobKind<'export'> {
  const { store, clock, chat } = deps;
  return {
    retry: provisioningRetry,
    async run(delivery) {
      const { userId, locale } = delivery.payload;
      const invitations = await store.invitations.inStates(delivery.teamId, invitationStates);
      const now = clock.now();
      const message = await keptMessage(store, delivery, async () => {
        const time = timeFormatter((await chat.user(userId))?.timeZone, locale);
        return `📄 ${exportTexts[locale].message(invitations.length, time(now))}`;
      });
      const postId = await sendFile(deps, delivery, message ?? '', () =>
        Promise.resolve({
          name: `invitations-${new Date(now).toISOString().slice(0, 10)}.csv`,
          mediaType: 'text/csv',
          content: invitationsCsv(invitations, locale),
        }),
      );
      return { result: postId };
    },
    onDead: (delivery, reason) => {
      const { userId, locale } = delivery.payload;
      return apologize(deps, delivery, userId, exportTexts[locale].notSent(sayRemarks(reason, locale)));
    },
  };
}
