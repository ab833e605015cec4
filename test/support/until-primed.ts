import type { BotProcess } from './bot-process.ts';
import { until } from './until.ts';

/**
 * Waits for the end of the look that every start begins with: on the very first one, whoever is there counts as having
 * been there before. Needs `LOG_LEVEL=debug`.
 */
export async function untilPrimed(bot: BotProcess): Promise<void> {
  await until('the first look', () => bot.output().split('\n').some(isDonePoll));
}

function isDonePoll(line: string): boolean {
  return line.includes('"kind":"poll"') && line.includes('"msg":"delivered"');
}
