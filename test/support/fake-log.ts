import type { WorkerLog } from '../../src/deliveries/worker.ts';
import { createLogContext } from '../../src/log-context.ts';
import { createLogger } from '../../src/logger.ts';
import { overhear } from './overheard.ts';

/** Keeps what was logged, and lets the real log write it where leaks are looked for. */
export class FakeLog implements WorkerLog {
  readonly #written = createLogger('trace', {
    write: (line) => {
      overhear('the worker', line);
    },
  });
  /** For a worker whose lines are to carry what they are about. */
  readonly context = createLogContext();
  readonly lines: { level: keyof WorkerLog; message: string; details: object }[] = [];

  debug(details: object, message: string): void {
    this.#note('debug', details, message);
  }

  info(details: object, message: string): void {
    this.#note('info', details, message);
  }

  warn(details: object, message: string): void {
    this.#note('warn', details, message);
  }

  error(details: object, message: string): void {
    this.#note('error', details, message);
  }

  #note(level: keyof WorkerLog, details: object, message: string): void {
    this.lines.push({ level, message, details: { ...this.context.ids(), ...details } });
    this.#written[level](details, message);
  }

  messages(level: keyof WorkerLog): string[] {
    return this.lines.filter((line) => line.level === level).map(({ message }) => message);
  }
}
