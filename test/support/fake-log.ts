import type { WorkerLog } from '../../src/deliveries/worker.ts';

/** Keeps what was logged. */
export class FakeLog implements WorkerLog {
  readonly lines: { level: keyof WorkerLog; message: string; details: object }[] = [];

  debug(details: object, message: string): void {
    this.lines.push({ level: 'debug', message, details });
  }

  info(details: object, message: string): void {
    this.lines.push({ level: 'info', message, details });
  }

  warn(details: object, message: string): void {
    this.lines.push({ level: 'warn', message, details });
  }

  error(details: object, message: string): void {
    this.lines.push({ level: 'error', message, details });
  }

  messages(level: keyof WorkerLog): string[] {
    return this.lines.filter((line) => line.level === level).map(({ message }) => message);
  }
}
