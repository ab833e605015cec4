import { randomBytes } from 'node:crypto';
import { freePort } from './free-port.ts';
import { databaseUrlIn } from './temporary-store.ts';

/** What the process gets, whichever teams it serves: quick looks, English, a free port and a fresh database. */
export async function botEnvironment(folder: string) {
  const port = await freePort();
  const botUrl = `http://127.0.0.1:${port}`;
  return {
    INFOMANIAK_RATE_PER_MINUTE: '6000',
    PUBLIC_URL: botUrl,
    PORT: String(port),
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: await databaseUrlIn(folder),
    POLL_SCHEDULE: '* * * * * *',
    DEFAULT_LOCALE: 'en_GB',
  };
}
