import { readFileSync } from 'node:fs';
import { validate as isCronExpression } from 'node-cron';
import { z } from 'zod';
import { ConfigurationError } from './errors.ts';
import { locales } from './ports/provisioning.ts';

/** 32 bytes each: the first seals and signs, all of them open and check. */
export type SecretKeys = readonly [Buffer, ...Buffer[]];

/** The environment as the operator writes it; .env.example says the same, and a test holds the two together. */
export const environmentSchema = z.object({
  KCHAT_URL: httpOrigin(),
  KCHAT_TEAM: z.string().optional(),
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
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be a pino level such as info',
    })
    .default('info'),
});

export type Config = Omit<z.output<typeof environmentSchema>, 'KCHAT_TEAM'> & { KCHAT_TEAM: string };

const requiredToServe = ['INFOMANIAK_API_TOKEN', 'INFOMANIAK_ACCOUNT_ID', 'SECRET_KEY'] as const;
const requiredToRegister = ['KCHAT_ADMIN_TOKEN', 'SECRET_KEY'] as const;

export type ServeConfig = Config & { [Name in (typeof requiredToServe)[number]]: NonNullable<Config[Name]> };
export type RegisterConfig = Config & { [Name in (typeof requiredToRegister)[number]]: NonNullable<Config[Name]> };

export type Environment = Readonly<Record<string, string | undefined>>;

/** What every subcommand needs. @throws ConfigurationError with every problem at once. */
export function loadConfig(environment: Environment = process.env): Config {
  return load(environment, []);
}

/** @throws ConfigurationError with every problem at once. */
export function loadServeConfig(environment: Environment = process.env): ServeConfig {
  return load(environment, requiredToServe) as ServeConfig;
}

/** @throws ConfigurationError with every problem at once. */
export function loadRegisterConfig(environment: Environment = process.env): RegisterConfig {
  return load(environment, requiredToRegister) as RegisterConfig;
}

function load(environment: Environment, required: readonly (keyof Config)[]): Config {
  const problems: string[] = [];
  const values = readValues(environment, problems);
  for (const name of required) {
    if (values[name] === undefined) problems.push(`${name} is missing.`);
  }
  if (values.INFOMANIAK_AI_PRODUCT_ID !== undefined && values.INFOMANIAK_AI_MODEL === undefined) {
    problems.push('INFOMANIAK_AI_MODEL is missing; INFOMANIAK_AI_PRODUCT_ID alone does not say which model writes.');
  }
  const parsed = environmentSchema.safeParse(values);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const name = String(issue.path[0]);
      const isMissing = values[name] === undefined;
      problems.push(isMissing ? `${name} is missing.` : `${name} ${issue.message}.`);
    }
  }
  if (!parsed.success || problems.length > 0) throw new ConfigurationError([...new Set(problems)].sort());
  const team = parsed.data.KCHAT_TEAM ?? new URL(parsed.data.KCHAT_URL).hostname.split('.', 1)[0] ?? '';
  return { ...parsed.data, KCHAT_TEAM: team };
}

/** `NAME`, or the content of the file that `NAME_FILE` names; an empty value counts as absent. */
function readValues(environment: Environment, problems: string[]): Record<string, string | undefined> {
  const values: Record<string, string | undefined> = {};
  for (const name of Object.keys(environmentSchema.shape)) {
    const direct = present(environment[name]);
    const file = present(environment[`${name}_FILE`]);
    if (direct !== undefined && file !== undefined) problems.push(`${name} and ${name}_FILE are both set; keep one.`);
    values[name] = direct ?? (file === undefined ? undefined : readSecret(name, file, problems));
  }
  return values;
}

function present(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function readSecret(name: string, file: string, problems: string[]): string | undefined {
  try {
    const content = readFileSync(file, 'utf8').trim();
    if (content !== '') return content;
    problems.push(`${name}_FILE names an empty file.`);
    return undefined;
  } catch {
    problems.push(`${name}_FILE names a file that can't be read: ${file}.`);
    return undefined;
  }
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
