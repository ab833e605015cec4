import { startProgram, untilReady, type BotProcess } from './bot-process.ts';

/** A serving process that can be killed and started again in its place. */
export interface Replica {
  port: number;
  /** The one that was started last. */
  bot(): BotProcess;
  /** Starts the program again, after it was stopped or killed. */
  restart(changes?: Record<string, string>): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
}

/** @param environment what the program gets, `PORT` above all. */
export async function startReplica(environment: Record<string, string>): Promise<Replica> {
  const port = Number(environment.PORT);
  let bot: BotProcess;
  const restart = async (changes: Record<string, string> = {}) => {
    bot = startProgram(['serve'], { ...environment, ...changes });
    await untilReady(bot, `http://127.0.0.1:${port}`);
  };
  const kill = async () => {
    bot.signal('SIGKILL');
    await bot.exited;
  };
  await restart();
  return { port, bot: () => bot, restart, kill };
}
