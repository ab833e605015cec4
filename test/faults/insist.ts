import type { HttpWorld } from './http-world.ts';

/** More often than any sequence of single faults can refuse one line. */
const manyTimes = 12;

/** What people may be told when kChat or Infomaniak fails: that nothing was done, and what to do. */
const clearly =
  /try again|could not look up|could not check|did not answer|does not answer|has not answered|is under way|One line does it/i;

/**
 * Types a line as an administrator, and again as long as it is answered otherwise.
 * @throws Error when an answer does not say clearly what is wrong.
 */
export async function insist(
  { actors, quiet }: HttpWorld,
  line: string,
  wanted: RegExp,
  as: { token?: string; channel?: string } = {},
): Promise<string> {
  for (let count = 0; count < manyTimes; count += 1) {
    const answer = await actors.type(line, as);
    if (wanted.test(answer)) return answer;
    if (!clearly.test(answer)) throw new Error(`To "${line}" people read: ${answer}`);
    await quiet();
  }
  throw new Error(`"${line}" was refused ${manyTimes} times`);
}
