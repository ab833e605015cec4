import { parseArgs } from 'node:util';
import manifestFile from '../manifest.json' with { type: 'json' };
import { loadServeConfigs, type Environment, type ServeConfig } from './config.ts';
import { chooseTeams } from './config/choose-team.ts';
import { examine } from './doctor/examine.ts';
import { printJson, printText } from './doctor/print-report.ts';
import { exitCodeOf, reportOf, type Report } from './doctor/report.ts';
import { ConfigurationError } from './errors.ts';
import { manifestSchema } from './kchat/registration/manifest.ts';

/** Whatever is still under way then counts as not answered in time, so that a team takes less than 30 s. */
const longestRunMs = 25_000;

const usage = 'Usage: kchat-invite doctor [--team NAME] [--json]';

export interface DoctorOptions {
  /** The only team to examine. */
  team?: string | undefined;
  /** Told of each team's report as it comes. */
  onReport?: (report: Report) => void;
}

/**
 * Examines the configuration and everything the bot depends on, team by team, whether or not the bot serves. Nothing
 * that anybody could see is changed.
 * @throws UserError when there is no such team.
 */
export async function runDoctor(
  environment?: Environment,
  { team, onReport = () => undefined }: DoctorOptions = {},
): Promise<Report[]> {
  const reports: Report[] = [];
  for (const patient of patientsOf(environment, team)) {
    const report = await examineOne(patient);
    onReport(report);
    reports.push(report);
  }
  return reports;
}

/**
 * `npm run doctor`. @returns the exit code: 0, 1 when something has to be mended, 2 for words it does not know.
 */
export async function doctor(words: readonly string[]): Promise<number> {
  const asked = readWords(words);
  if (!asked) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const { team, json } = asked;
  const reports = await runDoctor(undefined, { team, ...(!json && { onReport: printText }) });
  if (json) printJson(reports);
  return exitCodeOf(reports);
}

interface Patient {
  team: string | undefined;
  readConfig: () => ServeConfig;
}

/** A configuration that can't be used is the one finding there is, whatever it was to be of. */
function patientsOf(environment: Environment | undefined, team: string | undefined): Patient[] {
  try {
    const configs = loadServeConfigs(environment);
    const isAlone = configs.length === 1;
    return chooseTeams(configs, team).map((config) => ({
      team: isAlone ? undefined : config.KCHAT_TEAM,
      readConfig: () => config,
    }));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [{ team: undefined, readConfig: () => loadServeConfigs(environment)[0] }];
  }
}

async function examineOne({ team, readConfig }: Patient): Promise<Report> {
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new DOMException('the doctor has no more time', 'TimeoutError'));
  }, longestRunMs);
  try {
    const manifest = manifestSchema.parse(manifestFile);
    return reportOf(await examine({ readConfig, manifest, end: end.signal }), team);
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

function readWords(words: readonly string[]): { team?: string; json?: boolean } | undefined {
  try {
    return parseArgs({ args: [...words], options: { team: { type: 'string' }, json: { type: 'boolean' } } }).values;
  } catch {
    return undefined;
  }
}
