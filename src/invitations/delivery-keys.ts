/** The keys that make each effect happen once. They are stored, so their form never changes. */
export const deliveryKeys = {
  provision: (invitationId: string) => `provision:${invitationId}`,
  outcome: (invitationId: string) => `outcome:${invitationId}`,
  /** By person, not by invitation: nobody is welcomed twice in a team. */
  welcome: (teamId: string, userId: string) => `welcome:${teamId}:${userId}`,
  addToChannel: (invitationId: string, channelId: string) => `add_to_channel:${invitationId}:${channelId}`,
  notice: (noticeId: string, userId: string) => `notice:${noticeId}:${userId}`,
  inviterMessage: (invitationId: string, message: string, detail = '') =>
    `inviter_message:${invitationId}:${message}${detail && `:${detail}`}`,
  poll: (teamId: string, bucket: number) => `poll:${teamId}:${bucket}`,
};
