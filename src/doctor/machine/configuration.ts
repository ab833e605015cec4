import { loadServeConfig, type Environment, type ServeConfig } from '../../config.ts';
import { ConfigurationError } from '../../errors.ts';
import { failure, ok, type Diagnosis } from '../diagnosis.ts';

/** Whether `serve` could use the environment. */
export function checkConfiguration(environment: Environment | undefined): Diagnosis<ServeConfig> {
  try {
    return ok('Every variable can be used.', loadServeConfig(environment));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return failure(error.problems.join(' '), 'Correct the environment; .env.example explains every variable.');
  }
}
