import type { BotProcess } from '../support/bot-process.ts';

interface Line {
  kind?: string;
  msg?: string;
}

/** The lines of a process's log. */
function linesOf(bot: BotProcess): Line[] {
  return bot
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);
}

/** How often a process has done a kind of delivery. */
export function done(bot: BotProcess, kind: string): number {
  return linesOf(bot).filter((line) => line.kind === kind && line.msg === 'delivered').length;
}

/** Whether a process has ever led. */
export function hasLed(bot: BotProcess): boolean {
  return linesOf(bot).some(saysThatItLeads);
}

/** Whether a process leads, as it sees it. */
export function isLeading(bot: BotProcess): boolean {
  if (bot.child.exitCode !== null || bot.child.signalCode !== null) return false;
  const last = linesOf(bot).findLast((line) => saysThatItLeads(line) || line.msg?.startsWith('the session with'));
  return last !== undefined && saysThatItLeads(last);
}

function saysThatItLeads({ msg }: Line): boolean {
  return msg?.startsWith('this process leads') === true;
}
