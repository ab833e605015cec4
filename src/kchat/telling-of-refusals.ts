import { isTokenRefused } from '../errors.ts';
import type { Http } from './http.ts';

/**
 * Tells when kChat answers 401 to a token. Whoever is told is waited for, so that the caller who gets the refusal
 * finds it dealt with already.
 */
export function tellingOfRefusals(http: Http, onTokenRefused: () => Promise<void>): Http {
  return async (request) => {
    try {
      return await http(request);
    } catch (error) {
      if (isTokenRefused(error)) await onTokenRefused();
      throw error;
    }
  };
}
