import { code } from './plain.ts';

/** A line as people type it; without a trigger, what comes after that. */
export function typed(line: string, trigger: string | undefined): string {
  return code(trigger === undefined ? line : `/${trigger} ${line}`);
}
