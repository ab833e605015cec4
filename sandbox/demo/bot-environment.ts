import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Sandbox } from '../start.ts';
import { approvalChannel } from './approval-channel.ts';

/**
 * The environment of the real bot when it runs against the sandbox. Nothing of the operator's own configuration gets in,
 * so the demo can never touch a real kChat.
 * @param folder holds the database
 */
export function botEnvironment(sandbox: Sandbox, port: number, folder: string): Record<string, string> {
  const { PATH = '', HOME = '', LOG_LEVEL = 'info' } = process.env;
  return {
    PATH,
    HOME,
    LOG_LEVEL,
    KCHAT_URL: sandbox.kchatUrl,
    KCHAT_TEAM: sandbox.teamName,
    INFOMANIAK_API_URL: sandbox.infomaniakUrl,
    INFOMANIAK_API_TOKEN: sandbox.infomaniakToken,
    INFOMANIAK_ACCOUNT_ID: String(sandbox.accountId),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    SECRET_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: `file:${join(folder, 'kchat-invite.db')}`,
    // Every two seconds instead of every minute: nobody wants to wait for a demo.
    POLL_SCHEDULE: '*/2 * * * * *',
    DEFAULT_LOCALE: 'en_GB',
    APPROVAL_CHANNEL: approvalChannel,
  };
}
