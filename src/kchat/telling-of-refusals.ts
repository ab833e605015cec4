import { isTokenRefused } from '../errors.ts';

/**
 * Tells when kChat answers 401 to a token. Whoever is told is waited for, so that the caller who gets the refusal
 * finds it dealt with already.
 */
export function tellingOfRefusals<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  onTokenRefused: () => Promise<void>,
): (...asked: Asked) => Promise<Answer> {
  return async (...asked) => {
    try {
      return await ask(...asked);
    } catch (error) {
      if (isTokenRefused(error)) await onTokenRefused();
      throw error;
    }
  };
}
