import { asMember } from '../../invitations/as-member.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import { remark } from '../../ports/remark.ts';
import type { JobKind } from '../job-kind.ts';
import { patientRetry } from '../retry-rule.ts';

export function addToChannelJob({ chat, clock, store, settings }: Dependencies): JobKind<'add_to_channel'> {
  return {
    retry: patientRetry,
    async run({ payload: { channelId, channelName, userId }, teamId, invitationId }) {
      await asMember(chat, channelId, settings.botUserId, async () => {
        // Guests have been put there by kChat itself.
        if (!(await chat.isChannelMember(channelId, userId))) await chat.addToChannel(channelId, userId);
      });
      const event = {
        teamId,
        kind: 'joined_channel',
        at: clock.now(),
        actor: 'deliveries',
        detail: `~${channelName}`,
      } as const;
      return {
        result: `added to ${channelId}`,
        record: async ({ invitations }) => {
          if (invitationId !== undefined) await invitations.addEvent({ ...event, invitationId });
        },
      };
    },
    /** The inviter's message about the arrival names the channels that could not be joined. */
    async onDead({ payload: { channelName }, teamId, invitationId }, reason) {
      if (invitationId === undefined) return false;
      const event = { teamId, invitationId, kind: 'delivery_failed', at: clock.now(), actor: 'deliveries' } as const;
      await store.invitations.addEvent({ ...event, detail: `${remark('doing_channel', channelName)}\n${reason}` });
      return true;
    },
  };
}
