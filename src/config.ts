import { validate as isCronExpression } from 'node-cron';
import { z } from 'zod';
import { compareTeams } from './config/compare-teams.ts';
import { processNames } from './config/names.ts';
import { readTeamsFile } from './config/teams-file.ts';
import { present, readValues, type Environment, type Problem } from './config/values.ts';
import { ConfigurationError } from './errors.ts';
import { locales } from './ports/provisioning.ts';

export type { Environment } from './config/values.ts';

/** 32 bytes each: the first seals and signs, all of them open and check. */
export type SecretKeys = readonly [Buffer, ...Buffer[]];

/** The environment as the operator writes it; .env.example says the same, and a test holds the two together. */
export const environmentSchema = z.object({
  KCHAT_URL: httpOrigin(),
  // Servers fold it, and tell teams apart by nothing else.
  KCHAT_TEAM: z.string().toLowerCase().optional(),
  KCHAT_BOT_TOKEN: z.string().optional(),
  KCHAT_ADMIN_TOKEN: z.string().optional(),
  KCHAT_COMMAND_TOKENS: commaSeparated(),
  KCHAT_ADMINS: commaSeparated(),
  INFOMANIAK_API_URL: httpUrl().default('https://api.infomaniak.com'),
  INFOMANIAK_API_TOKEN: z.string().optional(),
  INFOMANIAK_ACCOUNT_ID: z
    .string()
    .regex(/^\d+$/, 'must be the organization’s id, a whole number')
    .transform(Number)
    .optional(),
  INFOMANIAK_AI_PRODUCT_ID: z
    .string()
    .regex(/^\d+$/, 'must be the AI Tools product’s id, a whole number')
    .transform(Number)
    .optional(),
  INFOMANIAK_AI_MODEL: z.string().optional(),
  INFOMANIAK_RATE_PER_MINUTE: wholeNumber(1, 6_000).default(55),
  PUBLIC_URL: httpUrl(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8085),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:|postgres(ql)?:\/\/)./,
      'must look like file:./data/kchat-invite.db or postgres://user@host/database',
    )
    .default('file:./data/kchat-invite.db'),
  SECRET_KEY: z
    .string()
    .transform((text, context): SecretKeys => {
      const [first, ...older] = text.split(',').map((part) => decodeKey(part.trim()));
      if (first && older.every((key) => key !== undefined)) return [first, ...older];
      context.addIssue('must be 32 bytes in base64 or hex, for example from: openssl rand -base64 32');
      return z.NEVER;
    })
    .optional(),
  COMMANDS_PER_MINUTE: wholeNumber(0, 100_000).default(120),
  INVITATIONS_PER_DAY: wholeNumber(0, 1_000_000).default(2_000),
  NOTICE_CHANNELS: commaSeparated()
    .transform((names) => names.map((name) => name.replace(/^~/, '')))
    .default(['town-square']),
  APPROVAL_CHANNEL: z
    .string()
    .transform((name) => name.replace(/^~/, ''))
    .optional(),
  DIGEST_SCHEDULE: z
    .string()
    .refine(isCronExpression, 'must be a cron expression, for example 0 8 * * 1 for Mondays at 8')
    .default('0 8 * * 1'),
  ALLOWED_DOMAINS: commaSeparated().transform((domains) =>
    domains.map((domain) => domain.toLowerCase().replace(/^@/, '')),
  ),
  ALLOW_LEGAL_REPRESENTATIVE: z.stringbool({ error: 'must be true or false' }).default(false),
  WELCOME_WALK_INS: z.stringbool({ error: 'must be true or false' }).default(true),
  RETENTION_DAYS: wholeNumber(1, 3_650).optional(),
  DEFAULT_LOCALE: z.enum(locales, { error: `must be one of ${locales.join(', ')}` }).default('fr_FR'),
  POLL_SCHEDULE: z
    .string()
    .refine(isCronExpression, 'must be a cron expression, for example */30 * * * * * for every 30 seconds')
    .default('* * * * *'),
  KCHAT_REALTIME: z
    .enum(['auto', 'pusher', 'mattermost', 'off'], { error: 'must be auto, pusher, mattermost or off' })
    .default('auto'),
  REPLY_WAIT_MS: wholeNumber(0, 2_500).default(2_000),
  BACKUP_DIR: z.string().optional(),
  BACKUP_SCHEDULE: z
    .string()
    .refine(isCronExpression, 'must be a cron expression, for example 30 3 * * * for every night at 3:30')
    .default('30 3 * * *'),
  BACKUP_KEEP: wholeNumber(1, 3_650).default(14),
  TEAMS_FILE: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be a pino level such as info',
    })
    .default('info'),
});

export type Config = Omit<z.output<typeof environmentSchema>, 'KCHAT_TEAM'> & { KCHAT_TEAM: string };

const requiredToServe = ['INFOMANIAK_API_TOKEN', 'INFOMANIAK_ACCOUNT_ID', 'SECRET_KEY'] as const;
const requiredToRegister = ['SECRET_KEY'] as const;

export type ServeConfig = Config & { [Name in (typeof requiredToServe)[number]]: NonNullable<Config[Name]> };
export type RegisterConfig = Config & { [Name in (typeof requiredToRegister)[number]]: NonNullable<Config[Name]> };

/** Of each team, what it and the process need; what belongs to the process is the same in all. One team at least. */
export type OfTeams<One> = readonly [One, ...One[]];

/** What every subcommand needs. @throws ConfigurationError with every problem at once. */
export function loadConfigs(environment: Environment = process.env): OfTeams<Config> {
  return load(environment, []);
}

/** @throws ConfigurationError with every problem at once. */
export function loadServeConfigs(environment: Environment = process.env): OfTeams<ServeConfig> {
  return load(environment, requiredToServe) as OfTeams<ServeConfig>;
}

/** Of several teams, not each needs an administrator's token. @throws ConfigurationError with every problem at once. */
export function loadRegisterConfigs(environment: Environment = process.env): OfTeams<RegisterConfig> {
  const isAlone = present(environment.TEAMS_FILE) === undefined;
  const required = isAlone ? (['KCHAT_ADMIN_TOKEN', ...requiredToRegister] as const) : requiredToRegister;
  return load(environment, required) as OfTeams<RegisterConfig>;
}

/** The team from the environment, or those of TEAMS_FILE. */
function load(environment: Environment, required: readonly (keyof Config)[]): OfTeams<Config> {
  const path = present(environment.TEAMS_FILE);
  const problems: string[] = [];
  const entries = path === undefined ? [{ label: '', environment }] : readTeamsFile(path, environment, problems);
  const ofProcess = ({ name }: Problem) => path === undefined || processNames.includes(name);
  const configs = entries.map(({ label, environment }) => {
    const { config, problems: found } = examine(environment, required);
    problems.push(...found.map((one) => (ofProcess(one) ? one.sentence : `${label}: ${one.sentence}`)));
    return config;
  });
  if (entries.length === 0) {
    problems.push(
      ...examine(environment, required)
        .problems.filter(ofProcess)
        .map(({ sentence }) => sentence),
    );
  }
  const [first, ...others] = configs.filter((config) => config !== undefined);
  if (first) problems.push(...compareTeams([first, ...others]));
  if (!first || problems.length > 0) throw new ConfigurationError([...new Set(problems)].sort());
  return [first, ...others];
}

function examine(
  environment: Environment,
  required: readonly (keyof Config)[],
): { config: Config | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const values = readValues(environment, Object.keys(environmentSchema.shape), problems);
  const missing = (name: string) => problems.push({ name, sentence: `${name} is missing.` });
  for (const name of required) if (values[name] === undefined) missing(name);
  if (values.INFOMANIAK_AI_PRODUCT_ID !== undefined && values.INFOMANIAK_AI_MODEL === undefined) {
    const sentence = 'INFOMANIAK_AI_MODEL is missing; INFOMANIAK_AI_PRODUCT_ID alone does not say which model writes.';
    problems.push({ name: 'INFOMANIAK_AI_MODEL', sentence });
  }
  const parsed = environmentSchema.safeParse(values);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const name = String(path[0]);
      if (values[name] === undefined) missing(name);
      else problems.push({ name, sentence: `${name} ${message}.` });
    }
  }
  if (!parsed.success || problems.length > 0) return { config: undefined, problems };
  const team = parsed.data.KCHAT_TEAM ?? new URL(parsed.data.KCHAT_URL).hostname.split('.', 1)[0] ?? '';
  return { config: { ...parsed.data, KCHAT_TEAM: team }, problems };
}

function httpUrl() {
  return z
    .url({ protocol: /^https?$/, error: 'must be an address that starts with https:// (or http://)' })
    .transform((text) => text.replace(/\/+$/, ''));
}

function httpOrigin() {
  return httpUrl().refine((text) => new URL(text).origin === text, {
    error: 'must be the address without a path, for example https://acme.kchat.infomaniak.com',
  });
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`);
}

function commaSeparated() {
  return z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );
}

function decodeKey(text: string): Buffer | undefined {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  return key.length === 32 ? key : undefined;
}
