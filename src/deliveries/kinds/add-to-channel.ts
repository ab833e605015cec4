import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind } from '../job-kind.ts';
import { asMember } from '../post-once.ts';
import { patientRetry } from '../retry-rule.ts';
import { tellInviterOfFailure } from '../tell-inviter-of-failure.ts';

export function addToChannelJob({ chat, clock, store, settings }: Dependencies): JobKind<'add_to_channel'> {
  return {
    retry: patientRetry,
    async run({ payload: { channelId, channelName, userId }, teamId, invitationId }) {
      await asMember(chat, channelId, settings.botUserId, () => chat.addToChannel(channelId, userId));
      const event = {
        teamId,
        kind: 'joined_channel',
        at: clock.now(),
        actor: 'deliveries',
        detail: `~${channelName}`,
      } as const;
      return {
        result: `added to ~${channelName}`,
        record: async ({ invitations }) => {
          if (invitationId !== undefined) await invitations.addEvent({ ...event, invitationId });
        },
      };
    },
    onDead: (delivery, reason) =>
      tellInviterOfFailure({ store, clock }, delivery, `adding them to ~${delivery.payload.channelName}`, reason),
  };
}
