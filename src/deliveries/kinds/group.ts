import { addGroup, type GroupResult } from '../../invitations/add-group.ts';
import { asMember } from '../../invitations/as-member.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import type { Delivery } from '../../ports/delivery-store.ts';
import { groupTexts } from '../../texts/commands/group.ts';
import { channelLink, plain } from '../../texts/plain.ts';
import { sayRemarks } from '../../texts/remarks.ts';
import { apologize } from '../apologize.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { provisioningRetry } from '../retry-rule.ts';

/** More names than this in one message, and nobody reads it. */
const namesShown = 50;

/** Adds a whole work team to a channel, and tells whoever asked how it went. */
export function groupJob(deps: Dependencies): JobKind<'group'> {
  const { chat, store, settings } = deps;
  return {
    retry: provisioningRetry,
    async run(delivery) {
      const { workTeam, channelId, userId } = delivery.payload;
      const message = await keptMessage(store, delivery, async () => {
        const add = (id: string) =>
          asMember(chat, channelId, settings.botUserId, () => chat.addToChannel(channelId, id));
        return describe(delivery, await addGroup(deps, workTeam, add));
      });
      return { result: await postOnce(chat, delivery, await chat.directChannel(userId), message ?? '') };
    },
    async onDead(delivery, reason) {
      const { workTeam, userId, locale } = delivery.payload;
      const text = groupTexts[locale].givenUp(`**${plain(workTeam)}**`, sayRemarks(reason, locale));
      return apologize(deps, delivery, userId, text);
    },
  };
}

function describe({ payload }: Delivery<'group'>, result: GroupResult | undefined): string {
  const texts = groupTexts[payload.locale];
  const team = `**${plain(payload.workTeam)}**`;
  if (!result) return texts.noSuchTeam(team);
  const names = (all: string[]) => {
    const listed = all.slice(0, namesShown).map((name) => plain(name, 60));
    return [...listed, ...(all.length > namesShown ? ['…'] : [])].join(', ');
  };
  return [
    texts.added(result.added, team, channelLink(payload.channelName)),
    result.notInKchat.length > 0 && texts.notInKchat(names(result.notInKchat)),
    result.refused.length > 0 && texts.notAdded(names(result.refused)),
  ]
    .filter(Boolean)
    .join('\n');
}
