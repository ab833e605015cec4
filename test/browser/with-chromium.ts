import { describe } from 'vitest';
import { findChromium } from './find-chromium.ts';

const path = findChromium();
const isRequired = Boolean(process.env.CI);

/** Tests on a page. Without Chromium they are skipped, loudly; continuous integration has to have it. */
export function describeInChromium(title: string, tests: () => void): void {
  if (!path && !isRequired) {
    process.stderr.write(`SKIPPED: ${title}, because there is no Chromium (apt install chromium).\n`);
  }
  describe.skipIf(!path && !isRequired)(title, tests);
}

/** @throws Error where there is none. */
export function chromiumPath(): string {
  if (!path) throw new Error('Continuous integration has to have Chromium, and it is not on PATH.');
  return path;
}
