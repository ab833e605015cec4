import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadRegisterConfigs, loadServeConfigs } from '../src/config.ts';
import { ConfigurationError } from '../src/errors.ts';

const key = Buffer.alloc(32, 7);

/** The least that serving needs. */
const least = {
  KCHAT_URL: 'https://acme.kchat.infomaniak.com',
  INFOMANIAK_API_TOKEN: 'manager-token',
  INFOMANIAK_ACCOUNT_ID: '4711',
  PUBLIC_URL: 'https://invite.acme.ch',
  SECRET_KEY: key.toString('base64'),
};

const loadServeConfig = (environment: Record<string, string | undefined>) => loadServeConfigs(environment)[0];

function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

const serveProblems = (changes: Record<string, string | undefined>) =>
  problemsOf(() => loadServeConfig({ ...least, ...changes }));

async function secretFile(content: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-config-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'secret');
  await writeFile(path, content);
  return path;
}

describe('the configuration', () => {
  test('needs little and has a default for the rest', () => {
    expect(loadServeConfig(least)).toEqual({
      KCHAT_URL: 'https://acme.kchat.infomaniak.com',
      KCHAT_TEAM: 'acme',
      KCHAT_REALTIME: 'auto',
      DIGEST_SCHEDULE: '0 8 * * 1',
      KCHAT_COMMAND_TOKENS: [],
      KCHAT_ADMINS: [],
      INFOMANIAK_API_URL: 'https://api.infomaniak.com',
      INFOMANIAK_API_TOKEN: 'manager-token',
      INFOMANIAK_ACCOUNT_ID: 4711,
      INFOMANIAK_RATE_PER_MINUTE: 55,
      PUBLIC_URL: 'https://invite.acme.ch',
      HOST: '127.0.0.1',
      PORT: 8085,
      DATABASE_URL: 'file:./data/kchat-invite.db',
      SECRET_KEY: [key],
      COMMANDS_PER_MINUTE: 120,
      INVITATIONS_PER_DAY: 2_000,
      NOTICE_CHANNELS: ['town-square'],
      ALLOWED_DOMAINS: [],
      ALLOW_LEGAL_REPRESENTATIVE: false,
      WELCOME_WALK_INS: true,
      DEFAULT_LOCALE: 'fr_FR',
      POLL_SCHEDULE: '* * * * *',
      REPLY_WAIT_MS: 2_000,
      BACKUP_SCHEDULE: '30 3 * * *',
      BACKUP_KEEP: 14,
      LOG_LEVEL: 'info',
    });
  });

  test('is read as people write it', () => {
    const config = loadServeConfig({
      ...least,
      KCHAT_URL: ' http://127.0.0.1:8065/ ',
      KCHAT_TEAM: 'demo',
      KCHAT_ADMINS: 'anna, bob,,',
      NOTICE_CHANNELS: '~town-square, news',
      ALLOWED_DOMAINS: '@Acme.ch,example.test',
      SECRET_KEY: key.toString('hex'),
      WELCOME_WALK_INS: 'no',
      POLL_SCHEDULE: '*/5 * * * * *',
      PORT: '0',
    });
    expect(config).toMatchObject({
      KCHAT_URL: 'http://127.0.0.1:8065',
      KCHAT_TEAM: 'demo',
      KCHAT_ADMINS: ['anna', 'bob'],
      NOTICE_CHANNELS: ['town-square', 'news'],
      ALLOWED_DOMAINS: ['acme.ch', 'example.test'],
      SECRET_KEY: [key],
      WELCOME_WALK_INS: false,
      POLL_SCHEDULE: '*/5 * * * * *',
      PORT: 0,
    });
  });

  test('takes several secret keys, the newest first', () => {
    const newest = Buffer.alloc(32, 9);
    const SECRET_KEY = `${newest.toString('base64')}, ${key.toString('hex')}`;
    expect(loadServeConfig({ ...least, SECRET_KEY }).SECRET_KEY).toEqual([newest, key]);
  });

  test('counts an empty value as absent', () => {
    expect(loadServeConfig({ ...least, KCHAT_TEAM: '', PORT: '  ', NOTICE_CHANNELS: '' })).toMatchObject({
      KCHAT_TEAM: 'acme',
      KCHAT_REALTIME: 'auto',
      PORT: 8085,
      NOTICE_CHANNELS: ['town-square'],
    });
    expect(serveProblems({ SECRET_KEY: ' ' })).toEqual(['SECRET_KEY is missing.']);
  });
});

describe('problems', () => {
  test('are told all at once, each by name', () => {
    expect(
      problemsOf(() =>
        loadServeConfig({ KCHAT_URL: 'https://acme.ch/team', PORT: '70000', LOG_LEVEL: 'loud', SECRET_KEY: 'short' }),
      ),
    ).toEqual([
      'INFOMANIAK_ACCOUNT_ID is missing.',
      'INFOMANIAK_API_TOKEN is missing.',
      'KCHAT_URL must be the address without a path, for example https://acme.kchat.infomaniak.com.',
      'LOG_LEVEL must be a pino level such as info.',
      'PORT must be a whole number from 0 to 65535.',
      'PUBLIC_URL is missing.',
      'SECRET_KEY must be 32 bytes in base64 or hex, for example from: openssl rand -base64 32.',
    ]);
  });

  test('are told when an AI product has no model', () => {
    expect(serveProblems({ INFOMANIAK_AI_PRODUCT_ID: '8001' })).toEqual([
      expect.stringMatching(/^INFOMANIAK_AI_MODEL is missing/),
    ]);
    expect(serveProblems({ INFOMANIAK_AI_PRODUCT_ID: '8001', INFOMANIAK_AI_MODEL: 'a/model' })).toEqual([]);
    expect(serveProblems({ INFOMANIAK_AI_PRODUCT_ID: 'acme', INFOMANIAK_AI_MODEL: 'a/model' })).toEqual([
      'INFOMANIAK_AI_PRODUCT_ID must be the AI Tools product’s id, a whole number.',
    ]);
  });

  test.each([
    ['KCHAT_URL', 'acme.kchat.infomaniak.com', 'must be an address that starts with https://'],
    ['KCHAT_URL', 'ftp://acme.ch', 'must be an address that starts with https://'],
    ['PUBLIC_URL', 'localhost:8085', 'must be an address that starts with https://'],
    ['INFOMANIAK_ACCOUNT_ID', 'acme', 'must be the organization’s id, a whole number'],
    ['INFOMANIAK_RATE_PER_MINUTE', '0', 'must be a whole number from 1 to 6000'],
    ['PORT', '80.5', 'must be a whole number from 0 to 65535'],
    ['REPLY_WAIT_MS', '2501', 'must be a whole number from 0 to 2500'],
    ['DATABASE_URL', 'data.db', 'must look like file:./data/kchat-invite.db'],
    ['WELCOME_WALK_INS', 'maybe', 'must be true or false'],
    ['DEFAULT_LOCALE', 'fr', 'must be one of fr_FR, de_DE'],
    ['POLL_SCHEDULE', 'often', 'must be a cron expression'],
    ['SECRET_KEY', Buffer.alloc(31).toString('base64'), 'must be 32 bytes'],
    ['SECRET_KEY', `${key.toString('hex')},`, 'must be 32 bytes'],
    ['SECRET_KEY', `short,${key.toString('hex')}`, 'must be 32 bytes'],
  ])('with %s=%s are told in one plain sentence', (name, value, sentence) => {
    const problems = serveProblems({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name} ${sentence}`);
    expect(problems[0]).toMatch(/[^.]\.$/);
  });

  test.each(['INFOMANIAK_API_TOKEN', 'INFOMANIAK_ACCOUNT_ID', 'SECRET_KEY'])('serving can’t do without %s', (name) => {
    expect(serveProblems({ [name]: undefined })).toEqual([`${name} is missing.`]);
  });

  test('registering needs an administrator’s token instead of Infomaniak’s', () => {
    const { KCHAT_URL, PUBLIC_URL, SECRET_KEY } = least;
    const load = (more: object) =>
      problemsOf(() => loadRegisterConfigs({ KCHAT_URL, PUBLIC_URL, SECRET_KEY, ...more }));
    expect(load({})).toEqual(['KCHAT_ADMIN_TOKEN is missing.']);
    expect(load({ KCHAT_ADMIN_TOKEN: 'x' })).toEqual([]);
  });

  test('never quote a secret', () => {
    expect(serveProblems({ SECRET_KEY: 'hunter2-hunter2' }).join()).not.toContain('hunter2');
  });
});

describe('a secret in a file', () => {
  test('is read from where NAME_FILE points, without the line’s end', async () => {
    const path = await secretFile('from-a-file\n');
    const config = loadServeConfig({ ...least, INFOMANIAK_API_TOKEN: '', INFOMANIAK_API_TOKEN_FILE: path });
    expect(config.INFOMANIAK_API_TOKEN).toBe('from-a-file');
  });

  test('beside the value itself is one too many', async () => {
    const path = await secretFile('from-a-file');
    expect(serveProblems({ INFOMANIAK_API_TOKEN_FILE: path })).toEqual([
      'INFOMANIAK_API_TOKEN and INFOMANIAK_API_TOKEN_FILE are both set; keep one.',
    ]);
  });

  test('that is empty or not there is a problem', async () => {
    const path = await secretFile(' \n');
    expect(serveProblems({ KCHAT_BOT_TOKEN_FILE: path })).toEqual(['KCHAT_BOT_TOKEN_FILE names an empty file.']);
    expect(serveProblems({ KCHAT_BOT_TOKEN_FILE: `${path}-2` })).toEqual([
      `KCHAT_BOT_TOKEN_FILE names a file that can't be read: ${path}-2.`,
    ]);
  });
});
