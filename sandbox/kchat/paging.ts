import { z } from 'zod';

/** kChat: pages count from 0, 60 to a page unless told otherwise and 200 at most; reference/kchat.md section 5. */
export const pagingQuery = {
  page: z.coerce.number().int().min(0).default(0),
  per_page: z.coerce.number().int().min(1).max(200).default(60),
};

export function pageOf<T>(items: readonly T[], { page, per_page }: { page: number; per_page: number }): T[] {
  return items.slice(page * per_page, (page + 1) * per_page);
}

/** Booleans in a query string. */
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
