import manifestFile from '../manifest.json' with { type: 'json' };
import type { Environment } from './config.ts';
import { examine } from './doctor/examine.ts';
import { printJson, printText } from './doctor/print-report.ts';
import { exitCodeOf, reportOf, type Report } from './doctor/report.ts';
import { manifestSchema } from './kchat/registration/manifest.ts';

/** Whatever is still under way then counts as not answered in time, so that the whole run stays below 30 s. */
const longestRunMs = 25_000;

/**
 * Examines the configuration and everything the bot depends on, whether or not the bot serves. Nothing that anybody
 * could see is changed.
 */
export async function runDoctor(
  environment?: Environment,
  print: (report: Report) => void = printText,
): Promise<Report> {
  const end = new AbortController();
  const timer = setTimeout(() => {
    end.abort(new DOMException('the doctor has no more time', 'TimeoutError'));
  }, longestRunMs);
  try {
    const manifest = manifestSchema.parse(manifestFile);
    const report = reportOf(await examine({ environment, manifest, end: end.signal }));
    print(report);
    return report;
  } finally {
    clearTimeout(timer);
    end.abort();
  }
}

/**
 * `npm run doctor`. @returns the exit code: 0, 1 when something has to be mended, 2 for words it does not know.
 */
export async function doctor(words: readonly string[]): Promise<number> {
  if (words.some((word) => word !== '--json')) {
    process.stderr.write('Usage: kchat-invite doctor [--json]\n');
    return 2;
  }
  return exitCodeOf(await runDoctor(undefined, words.includes('--json') ? printJson : printText));
}
