import { ConfigurationError } from './errors.ts';
import type { ServeConfig } from './config.ts';
import type { Settings } from './invitations/dependencies.ts';
import type { Chat, ChatUser } from './ports/chat.ts';
import { dayMs } from './ports/clock.ts';
import type { Store } from './ports/store.ts';
import { refuseMistaken, type Registered } from './registered.ts';

/** By then both worlds have been looked at, also where one of them was away. Milliseconds. */
const catchUpMs = dayMs;

/**
 * What the use cases need to know: the configuration, and who and where the bot is according to kChat.
 * The team gets its row here when nobody ran `register`.
 * @throws RemoteError when kChat does not answer; ConfigurationError when it knows no such team.
 */
export async function readSettings(options: {
  bot: ChatUser;
  chat: Chat;
  store: Store;
  config: ServeConfig;
  registered: Registered;
  /** The teams of this program, by the names that the configuration gives them. */
  teamNames: readonly string[];
  now: number;
}): Promise<Settings> {
  const { bot, chat, store, config, registered, teamNames, now } = options;
  const team = await chat.teamByName(config.KCHAT_TEAM);
  if (!team) {
    throw new ConfigurationError([
      `KCHAT_TEAM: the bot ${bot.username} sees no team named ${config.KCHAT_TEAM}. Correct the name, or add the bot to the team.`,
    ]);
  }
  // By the name that everything else asks for, however the server writes it.
  const known = { id: team.id, name: config.KCHAT_TEAM };
  await store.transaction(async ({ registrations }) => {
    await refuseMistaken(registrations, known, teamNames);
    if (await registrations.team(known.name)) return;
    await registrations.saveTeam({ ...known, botUserId: bot.id, sealedBotToken: undefined });
  });
  const restoration = await store.registrations.restoration(team.id, now);
  const isFresh = restoration !== undefined && now - restoration.restoredAt < catchUpMs;
  return {
    team,
    botUserId: bot.id,
    invitationsPerDay: config.INVITATIONS_PER_DAY,
    ratePerMinute: config.INFOMANIAK_RATE_PER_MINUTE,
    noticeChannels: config.NOTICE_CHANNELS,
    approvalChannel: config.APPROVAL_CHANNEL,
    extraAdministrators: config.KCHAT_ADMINS,
    allowedDomains: config.ALLOWED_DOMAINS,
    allowLegalRepresentative: config.ALLOW_LEGAL_REPRESENTATIVE,
    welcomeWalkIns: config.WELCOME_WALK_INS,
    retentionDays: config.RETENTION_DAYS,
    restoredFrom: isFresh ? restoration.copiedAt : undefined,
    defaultLocale: config.DEFAULT_LOCALE,
    replyWaitMs: config.REPLY_WAIT_MS,
    trigger: registered.commands[0]?.trigger ?? 'invite',
  };
}
