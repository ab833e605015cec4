import type { Sandbox } from '../../sandbox/start.ts';

/** The variables that say where both platforms are. */
export function platformsOf(sandbox: Sandbox) {
  return {
    KCHAT_URL: sandbox.kchatUrl,
    KCHAT_TEAM: sandbox.teamName,
    INFOMANIAK_API_URL: sandbox.infomaniakUrl,
    INFOMANIAK_API_TOKEN: sandbox.infomaniakToken,
    INFOMANIAK_ACCOUNT_ID: String(sandbox.accountId),
  };
}
