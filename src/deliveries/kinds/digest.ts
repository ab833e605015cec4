import { asMember } from '../../invitations/as-member.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { readDigest, type Digest } from '../../invitations/digest.ts';
import type { Settings } from '../../invitations/dependencies.ts';
import { digestTexts } from '../../texts/digest.ts';
import { durationText } from '../../texts/duration.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { patientRetry } from '../retry-rule.ts';

/** The weekly digest, in the approval channel or else in the first notice channel. */
export function digestJob(deps: Dependencies): JobKind<'digest'> {
  const { chat, store, settings } = deps;
  return {
    retry: patientRetry,
    async run(delivery) {
      const name = settings.approvalChannel ?? settings.noticeChannels[0];
      const channel = name === undefined ? undefined : await chat.channelByName(settings.team.id, name);
      if (!channel) return { result: 'there is no channel for it' };
      const message = await keptMessage(store, delivery, async () => {
        const digest = await readDigest(deps);
        return digest && write(digest, settings);
      });
      if (message === undefined) return { result: 'nothing to tell' };
      const postId = await asMember(chat, channel.id, settings.botUserId, () =>
        postOnce(chat, delivery, channel.id, message),
      );
      return { result: postId };
    },
  };
}

function write({ pending, expiring, accepted, expired, medianMs }: Digest, settings: Settings): string {
  const { defaultLocale, trigger } = settings;
  const texts = digestTexts[defaultLocale];
  const median = medianMs === undefined ? undefined : durationText(medianMs, defaultLocale);
  return [
    texts.title,
    `- ${texts.pending(pending, expiring)}`,
    `- ${texts.accepted(accepted, median)}`,
    `- ${texts.expired(expired)}`,
    '',
    texts.toLook(`\`/${trigger} list\``),
  ].join('\n');
}
