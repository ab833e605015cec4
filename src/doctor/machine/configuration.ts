import type { ServeConfig } from '../../config.ts';
import { ConfigurationError } from '../../errors.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';

/**
 * Whether `serve` could use the environment.
 * @param read throws ConfigurationError.
 */
export function checkConfiguration(read: () => ServeConfig): Diagnosis<ServeConfig> {
  try {
    return ok('Every variable can be used.', read());
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return failure(error.problems.join(' '), 'Correct the environment; .env.example explains every variable.');
  }
}
