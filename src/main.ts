#!/usr/bin/env node
import { doctor } from './doctor.ts';
import {
  BackupError,
  ConfigurationError,
  DatabaseUnavailableError,
  isRemoteError,
  RefusedStartError,
  UserError,
} from './errors.ts';
import { backup } from './backup.ts';
import { runJobs } from './jobs.ts';
import { migrateStore } from './migrate-store.ts';
import { registerAs } from './register.ts';
import { serve } from './serve.ts';

/** Each gets the words after its name and returns an exit code; nothing means 0. */
const subcommands: Record<string, (words: readonly string[]) => Promise<unknown>> = {
  serve,
  register: registerAs,
  doctor,
  jobs: (words) => runJobs(words),
  backup: (words) => backup(words),
  'migrate-store': migrateStore,
};

/** Exit codes: 0 clean, 1 crash or forced stop, 2 bad configuration, 3 refused. */
async function main([name = '', ...words]: readonly string[]): Promise<number> {
  const subcommand = subcommands[name];
  if (!subcommand) {
    process.stderr.write(`Usage: kchat-invite ${Object.keys(subcommands).join(' | ')}\n`);
    return 2;
  }
  try {
    const code = await subcommand(words);
    return typeof code === 'number' ? code : 0;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof ConfigurationError) {
    process.stderr.write(`The configuration can't be used:\n${error.problems.map((line) => `  - ${line}\n`).join('')}`);
    return 2;
  }
  if (error instanceof RefusedStartError) {
    process.stderr.write(`${error.message}\n`);
    return 3;
  }
  if (error instanceof DatabaseUnavailableError) {
    process.stderr.write(`${error.message} Start again when it does.\n`);
    return 1;
  }
  if (error instanceof UserError || error instanceof BackupError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  if (isRemoteError(error)) {
    process.stderr.write(`${error.message}. Check the address and the token, and start again when it answers.\n`);
    return 1;
  }
  throw error;
}

process.exitCode = await main(process.argv.slice(2));
