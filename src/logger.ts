import pino, { type DestinationStream, type LogFn, type Logger } from 'pino';
import { BackupError, ConfigurationError, RefusedStartError, RemoteRefusal, RemoteSilence } from './errors.ts';

/**
 * The log. Errors are written by an allow-list: our own carry no personal data in their message, and of any other
 * error only its name and stack are kept, because its message may quote what a person typed.
 * @param ids what each line carries beside its own facts.
 */
export function createLogger(
  level: string,
  destination: DestinationStream = pino.destination({ sync: true }),
  ids: () => object = () => ({}),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: { logMethod: withOwnMessage },
      mixin: ids,
    },
    destination,
  );
}

/** Without a message of the caller's own, pino would take the error's. */
function withOwnMessage(this: Logger, args: Parameters<LogFn>, write: LogFn): void {
  if (args.length === 1 && typeof args[0] === 'object') write.call(this, args[0], 'something went wrong');
  else write.apply(this, args);
}

function describeError(error: unknown): object {
  if (error instanceof RemoteRefusal) {
    const { name, service, operation, status, code, retryAfterMs } = error;
    return { name, service, operation, status, code, retryAfterMs };
  }
  if (error instanceof RemoteSilence) {
    const { name, service, operation, reason } = error;
    return { name, service, operation, reason };
  }
  if (error instanceof RefusedStartError || error instanceof ConfigurationError || error instanceof BackupError) {
    return { name: error.name, message: error.message };
  }
  if (error instanceof Error) {
    return { name: error.name, code: (error as { code?: unknown }).code, stack: stackWithoutMessage(error) };
  }
  return { name: typeof error };
}

/** A message has lines of its own, and one of them may look like a frame. */
function stackWithoutMessage({ message, stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !message.includes(line))
    .map((line) => line.trim());
}
