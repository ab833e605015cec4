import type { WelcomePart } from '../ports/welcome-store.ts';

/** The keys that make each effect happen once. They are stored, so their form never changes. */
export const deliveryKeys = {
  /** @param renewals how often the invitation was renewed before: each time is made and told once. */
  provision: (invitationId: string, renewals = 0) => `provision:${invitationId}${renewals > 0 ? `:${renewals}` : ''}`,
  outcome: (invitationId: string, renewals = 0) => `outcome:${invitationId}${renewals > 0 ? `:${renewals}` : ''}`,
  /** @param wish the how manieth: one that was given up can be asked for again. */
  revoke: (invitationId: string, wish: number) => `revoke:${invitationId}:wish:${wish}`,
  group: (teamId: string, channelId: string, userId: string, at: number) =>
    `group:${teamId}:${channelId}:${userId}:${at}`,
  /** By post: what somebody sent is read once, however often it is noticed. */
  importFile: (postId: string) => `import_file:${postId}`,
  /** The same where a post of another team has that key: two servers may give their posts the same ids. */
  importFileIn: (teamId: string, postId: string) => `import_file:${teamId}:${postId}`,
  importRun: (importId: string) => `import_run:${importId}`,
  importCard: (importId: string, moment: string, at: number) => `import_card:${importId}:${moment}:${at}`,
  importReport: (importId: string) => `import_report:${importId}`,
  /** @param day since the import began (owe-import-news.ts). */
  importNews: (importId: string, message: string, day: number) => `import_news:${importId}:${message}:${day}`,
  importEnd: (importId: string) => `import_end:${importId}`,
  approvalCard: (invitationId: string, state: string) => `approval_card:${invitationId}:${state}`,
  requestEnd: (invitationId: string) => `request_end:${invitationId}`,
  card: (invitationId: string, state: string, at: number) => `card:${invitationId}:${state}:${at}`,
  /** By person, not by invitation: nobody is welcomed twice in a team. */
  welcome: (teamId: string, userId: string) => `welcome:${teamId}:${userId}`,
  /** Apart from the welcome, which is still to come should the guest become a kSuite user. */
  guestWelcome: (teamId: string, userId: string) => `guest_welcome:${teamId}:${userId}`,
  welcomePart: (teamId: string, userId: string, part: WelcomePart) => `welcome:${teamId}:${userId}:${part}`,
  /** @param minute asking twice within a minute means the same. */
  welcomeAgain: (teamId: string, userId: string, minute: number) => `welcome:${teamId}:${userId}:again:${minute}`,
  welcomeTest: (teamId: string, userId: string, at: number) => `welcome_test:${teamId}:${userId}:${at}`,
  addToChannel: (invitationId: string, channelId: string) => `add_to_channel:${invitationId}:${channelId}`,
  notice: (noticeId: string, userId: string) => `notice:${noticeId}:${userId}`,
  inviterMessage: (invitationId: string, message: string, detail = '') =>
    `inviter_message:${invitationId}:${message}${detail && `:${detail}`}`,
  statsChart: (teamId: string, userId: string, at: number) => `stats_chart:${teamId}:${userId}:${at}`,
  export: (teamId: string, userId: string, at: number) => `export:${teamId}:${userId}:${at}`,
  /** @param day counted in UTC: once a day is enough. */
  retention: (teamId: string, day: number) => `retention:${teamId}:${day}`,
  absence: (teamId: string, day: number) => `absence:${teamId}:${day}`,
  /** Looks may be owed again and again; what waits already is not owed twice. */
  meet: (teamId: string, userId: string, at: number) => `meet:${teamId}:${userId}:${at}`,
  roster: (teamId: string, at: number) => `roster:${teamId}:${at}`,
  /** @param hour since the epoch: one message an hour is enough. */
  deadReport: (teamId: string, hour: number) => `dead_report:${teamId}:${hour}`,
  /** @param day since the epoch, in UTC. */
  digest: (teamId: string, day: number) => `digest:${teamId}:${day}`,
  /** @param minute since the epoch. */
  backup: (teamId: string, minute: number) => `backup:${teamId}:${minute}`,
  poll: (teamId: string, tick: number) => `poll:${teamId}:${tick}`,
};
