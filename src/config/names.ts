/** What belongs to the process, whichever teams it serves. */
export const processNames = [
  ...['TEAMS_FILE', 'HOST', 'PORT', 'PUBLIC_URL', 'DATABASE_URL', 'SECRET_KEY', 'LOG_LEVEL'],
  ...['BACKUP_DIR', 'BACKUP_SCHEDULE', 'BACKUP_KEEP'],
];

/** What belongs to one team alone. Given to another one, it would lead into the wrong kChat or organization. */
export const teamNames = [
  ...['KCHAT_URL', 'KCHAT_TEAM', 'KCHAT_BOT_TOKEN', 'KCHAT_ADMIN_TOKEN', 'KCHAT_COMMAND_TOKENS', 'KCHAT_ADMINS'],
  ...['INFOMANIAK_API_TOKEN', 'INFOMANIAK_ACCOUNT_ID', 'INFOMANIAK_AI_PRODUCT_ID'],
];

/** What a team takes from the environment where its entry in TEAMS_FILE lacks it. */
export const commonNames = [
  ...['KCHAT_REALTIME', 'INFOMANIAK_API_URL', 'INFOMANIAK_AI_MODEL', 'INFOMANIAK_RATE_PER_MINUTE'],
  ...['COMMANDS_PER_MINUTE', 'INVITATIONS_PER_DAY', 'NOTICE_CHANNELS', 'APPROVAL_CHANNEL', 'DIGEST_SCHEDULE'],
  ...['ALLOWED_DOMAINS', 'ALLOW_LEGAL_REPRESENTATIVE', 'WELCOME_WALK_INS', 'RETENTION_DAYS', 'DEFAULT_LOCALE'],
  ...['POLL_SCHEDULE', 'REPLY_WAIT_MS'],
];
