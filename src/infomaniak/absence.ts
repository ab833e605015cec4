import { RemoteRefusal } from '../errors.ts';

/**
 * Whether an error says that the thing asked for does not exist. A 404 alone does not: an unknown route
 * (`method_not_found`) or a proxy's page is one too, and must not make every invitation look cancelled.
 */
export function isAbsence(error: unknown): boolean {
  return error instanceof RemoteRefusal && error.status === 404 && error.code === 'object_not_found';
}

/** Waits for a call and returns `fallback` when what it asked for does not exist. */
export async function unlessAbsent<T, F>(call: Promise<T>, fallback: F): Promise<T | F> {
  try {
    return await call;
  } catch (error) {
    if (isAbsence(error)) return fallback;
    throw error;
  }
}
