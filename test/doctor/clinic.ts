import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/start.ts';
import { runDoctor } from '../../src/doctor.ts';
import type { Finding } from '../../src/doctor/checkup.ts';
import type { Report } from '../../src/doctor/report.ts';
import { runRegister } from '../../src/register.ts';
import { startRawServer } from '../kchat/raw-server.ts';
import { platformsOf } from '../support/platforms-of.ts';

export interface Clinic {
  sandbox: Sandbox;
  /** Of the folder that holds nothing but the database. */
  folder: string;
  environment: Record<string, string>;
  examine: (changes?: Record<string, string>) => Promise<Report>;
  /** Examines and returns one line of the report. */
  finding: (check: string, changes?: Record<string, string>) => Promise<Finding>;
}

/** The sandbox with a registered bot, and something healthy at PUBLIC_URL. Closed when the test ends. */
export async function openClinic(options: SandboxOptions = {}): Promise<Clinic> {
  const sandbox = await startSandbox({ ratePerMinute: 6_000, ...options });
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-doctor-test-'));
  onTestFinished(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  const environment = {
    ...platformsOf(sandbox),
    PUBLIC_URL: await startRawServer((_request, response) => response.end('{"status":"ok"}')),
    SECRET_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: `file:${join(folder, 'bot.db')}`,
  };
  await runRegister({ ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin }, () => undefined);

  const examine = async (changes: Record<string, string> = {}) => {
    const [report] = await runDoctor({ ...environment, ...changes });
    if (!report) throw new Error('The doctor had nothing to examine');
    return report;
  };
  return {
    sandbox,
    folder,
    environment,
    examine,
    finding: async (check, changes) => findingOf(await examine(changes), check),
  };
}

export function findingOf({ checks }: Report, check: string): Finding {
  const finding = checks.find((one) => one.check === check);
  if (!finding) throw new Error(`The doctor has no check ${check}`);
  return finding;
}
