import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, test } from 'vitest';
import {
  environmentSchema,
  loadConfigs,
  loadRegisterConfigs,
  loadServeConfigs,
  type Environment,
} from '../../src/config.ts';
import { commonNames, processNames, teamNames } from '../../src/config/names.ts';
import { ConfigurationError } from '../../src/errors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kchat-invite-teams-file-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const ofProcess = { PUBLIC_URL: 'https://invite.example.test', SECRET_KEY: '7'.repeat(64) };
const acme = {
  KCHAT_URL: 'https://acme.kchat.infomaniak.com',
  INFOMANIAK_API_TOKEN: 'acme-token',
  INFOMANIAK_ACCOUNT_ID: 4711,
};
const other = {
  KCHAT_URL: 'https://other.kchat.infomaniak.com',
  INFOMANIAK_API_TOKEN: 'other-token',
  INFOMANIAK_ACCOUNT_ID: 4712,
};

/** The environment whose TEAMS_FILE holds this. */
async function withFile(content: unknown, changes: Environment = {}): Promise<Environment> {
  const path = join(folder, 'teams.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { ...ofProcess, TEAMS_FILE: path, ...changes };
}

async function problemsOf(
  content: unknown,
  changes: Environment = {},
  load: (environment: Environment) => unknown = loadServeConfigs,
) {
  const environment = await withFile(content, changes);
  try {
    load(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

it('every variable belongs to the process, to one team, or to all of them', () => {
  const sorted = [...processNames, ...teamNames, ...commonNames].sort();
  expect(sorted).toEqual(Object.keys(environmentSchema.shape).sort());
});

it('each entry is a team, with what the environment says for all', async () => {
  const configs = loadServeConfigs(
    await withFile(
      [
        { ...acme, NOTICE_CHANNELS: ['town-square', '~news'], WELCOME_WALK_INS: false },
        { ...other, KCHAT_TEAM: 'second', DEFAULT_LOCALE: 'de_DE', ALLOWED_DOMAINS: '' },
      ],
      { DEFAULT_LOCALE: 'it_IT', ALLOWED_DOMAINS: 'acme.ch', PORT: '9000' },
    ),
  );
  expect(configs).toMatchObject([
    {
      ...{ KCHAT_TEAM: 'acme', INFOMANIAK_API_TOKEN: 'acme-token', INFOMANIAK_ACCOUNT_ID: 4711, PORT: 9000 },
      ...{ NOTICE_CHANNELS: ['town-square', 'news'], WELCOME_WALK_INS: false },
      ...{ DEFAULT_LOCALE: 'it_IT', ALLOWED_DOMAINS: ['acme.ch'] },
    },
    {
      ...{ KCHAT_TEAM: 'second', INFOMANIAK_API_TOKEN: 'other-token', INFOMANIAK_ACCOUNT_ID: 4712, PORT: 9000 },
      ...{ NOTICE_CHANNELS: ['town-square'], WELCOME_WALK_INS: true },
      ...{ DEFAULT_LOCALE: 'de_DE', ALLOWED_DOMAINS: [] },
    },
  ]);
});

it('a secret may be in a file of its own, also where the environment has the value for all', async () => {
  await writeFile(join(folder, 'token'), 'from-a-file\n');
  const { KCHAT_URL, INFOMANIAK_ACCOUNT_ID } = acme;
  const model = { INFOMANIAK_AI_MODEL_FILE: join(folder, 'token'), INFOMANIAK_AI_PRODUCT_ID: 1 };
  const [config] = loadServeConfigs(
    await withFile([{ KCHAT_URL, INFOMANIAK_ACCOUNT_ID, INFOMANIAK_API_TOKEN_FILE: join(folder, 'token'), ...model }], {
      INFOMANIAK_AI_MODEL: 'for/all',
    }),
  );
  expect(config).toMatchObject({ INFOMANIAK_API_TOKEN: 'from-a-file', INFOMANIAK_AI_MODEL: 'from-a-file' });
});

describe('problems', () => {
  test('of the process and of every entry are told all at once, with the entry', async () => {
    const problems = await problemsOf(
      [{ ...acme, INFOMANIAK_ACCOUNT_ID: 'x', POLL_SCHEDULE: 'often' }, { KCHAT_TEAM: 'second' }],
      { PUBLIC_URL: undefined, PORT: '70000' },
    );
    expect(problems).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'PUBLIC_URL is missing.',
      expect.stringMatching(/^TEAMS_FILE, entry 1 \(https:.*\): INFOMANIAK_ACCOUNT_ID must be the organization’s id/),
      expect.stringMatching(/^TEAMS_FILE, entry 1 \(https:.*\): POLL_SCHEDULE must be a cron expression/),
      'TEAMS_FILE, entry 2 (second): INFOMANIAK_ACCOUNT_ID is missing.',
      'TEAMS_FILE, entry 2 (second): INFOMANIAK_API_TOKEN is missing.',
      'TEAMS_FILE, entry 2 (second): KCHAT_URL is missing.',
    ]);
  });

  test.each(teamNames)('%s in the environment is to be moved', async (name) => {
    expect(await problemsOf([acme, other], { [name]: '1' })).toEqual([
      `${name} belongs to one team; move it into that team’s entry in TEAMS_FILE.`,
    ]);
    expect(await problemsOf([acme, other], { [`${name}_FILE`]: '/run/secrets/x' })).toHaveLength(1);
  });

  test.each(processNames)('%s in an entry is to be moved', async (name) => {
    expect(await problemsOf([{ ...acme, [name]: '1' }])).toEqual([
      `TEAMS_FILE, entry 1 (https://acme.kchat.infomaniak.com): ${name} belongs to the process; move it into the environment.`,
    ]);
  });

  test('a name that nothing reads is not passed over', async () => {
    expect(await problemsOf([{ ...acme, KCHAT_BOTTOKEN: 'x' }])).toEqual([
      expect.stringContaining('there is no variable "KCHAT_BOTTOKEN"; see .env.example.'),
    ]);
  });

  test('a value of another kind is told', async () => {
    expect(await problemsOf([{ ...acme, NOTICE_CHANNELS: { a: 1 } }])).toEqual([
      expect.stringContaining('NOTICE_CHANNELS must be a text, a number, true or false, or a list of texts.'),
    ]);
  });

  test.each([
    ['[]', 'must hold a JSON array'],
    ['{}', 'must hold a JSON array'],
    ['[1]', 'must hold a JSON array'],
    ['[{"KCHAT_BOT_TOKEN": "hunter2" oops', 'holds no valid JSON'],
  ])('a file that is no list of teams: %s', async (content, sentence) => {
    const problems = await problemsOf(content, { PORT: '70000' });
    expect(problems).toEqual(['PORT must be a whole number from 0 to 65535.', expect.stringContaining(sentence)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  test('a file that is not there', () => {
    const load = () => loadServeConfigs({ ...ofProcess, TEAMS_FILE: join(folder, 'nowhere.json') });
    expect(load).toThrow(/can't be read/);
  });
});

describe('two teams', () => {
  test('of one name are one too many', async () => {
    expect(await problemsOf([acme, { ...other, KCHAT_TEAM: 'acme' }])).toEqual([
      'TEAMS_FILE: two entries are the team acme; keep one.',
    ]);
    expect(await problemsOf([acme, { ...other, KCHAT_TEAM: 'Acme' }])).toHaveLength(1);
  });

  test('may not have a command token in common', async () => {
    const problems = await problemsOf([
      { ...acme, KCHAT_COMMAND_TOKENS: ['a', 'b'] },
      { ...other, KCHAT_COMMAND_TOKENS: 'c,b' },
    ]);
    expect(problems).toEqual([expect.stringMatching(/acme and other have a token in KCHAT_COMMAND_TOKENS in common/)]);
  });

  test('of one organization share its requests a minute, and so one token and one rate', async () => {
    const sister = { ...other, INFOMANIAK_ACCOUNT_ID: acme.INFOMANIAK_ACCOUNT_ID };
    expect(await problemsOf([acme, sister])).toEqual([
      expect.stringContaining('give both the same INFOMANIAK_API_TOKEN'),
    ]);
    const shared = { ...sister, INFOMANIAK_API_TOKEN: acme.INFOMANIAK_API_TOKEN };
    expect(await problemsOf([acme, shared])).toEqual([]);
    expect(await problemsOf([acme, { ...shared, INFOMANIAK_RATE_PER_MINUTE: 20 }])).toEqual([
      expect.stringContaining('give both the same INFOMANIAK_RATE_PER_MINUTE'),
    ]);
  });
});

it('to look after the database no token is needed, to register not one for each team', async () => {
  const [bare, second] = [{ KCHAT_URL: acme.KCHAT_URL }, { KCHAT_URL: other.KCHAT_URL, KCHAT_ADMIN_TOKEN: 'x' }];
  expect(loadConfigs(await withFile([bare, second]))).toHaveLength(2);
  expect(loadRegisterConfigs(await withFile([bare, second]))).toHaveLength(2);
});
