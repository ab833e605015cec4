/** One person types here what a whole town would. */
export const withoutLimits = { COMMANDS_PER_MINUTE: '0', INVITATIONS_PER_DAY: '0' };
