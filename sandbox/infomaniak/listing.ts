import { z } from 'zod';
import { json, type Answer } from '../http/answer.ts';

const direction = z.enum(['asc', 'desc']);

/** The query parameters that Infomaniak's lists share; reference/infomaniak-api.md section 2.1. */
export function listingQuery<Order extends string>(orders: readonly [Order, ...Order[]]) {
  return {
    return: z.literal('total').optional(),
    page: z.coerce.number().int().min(1).optional(),
    per_page: z.coerce.number().int().min(1).optional(),
    order_by: z.enum(orders).optional(),
    order: direction.optional(),
    order_for: z.partialRecord(z.enum(orders), direction).optional(),
  };
}

export interface Listing {
  return?: 'total' | undefined;
  page?: number | undefined;
  per_page?: number | undefined;
  order_by?: string | undefined;
  order?: 'asc' | 'desc' | undefined;
  order_for?: Partial<Record<string, 'asc' | 'desc'>> | undefined;
}

const defaultPageSize = 25;
/** The platform's real maximum is unknown: a caller has to read `items_per_page`. */
const maximumPageSize = 100;

/** Infomaniak: totals stand beside `data` only when the request names `page`; without it the list comes whole. */
export function listAnswer(items: readonly object[], query: Listing): Answer {
  if (query.return === 'total') return json({ result: 'success', data: items.length });
  const sorted = sort(items, query);
  if (query.page === undefined) {
    return json({ result: 'success', data: query.per_page === undefined ? sorted : sorted.slice(0, query.per_page) });
  }
  const size = Math.min(query.per_page ?? defaultPageSize, maximumPageSize);
  return json({
    result: 'success',
    data: sorted.slice((query.page - 1) * size, query.page * size),
    total: items.length,
    page: query.page,
    pages: Math.max(1, Math.ceil(items.length / size)),
    items_per_page: size,
  });
}

function sort(items: readonly object[], { order_by: key, order = 'asc', order_for: perField }: Listing): object[] {
  if (key === undefined) return [...items];
  const sign = (perField?.[key] ?? order) === 'asc' ? 1 : -1;
  const value = (item: object) => {
    const field = (item as Record<string, unknown>)[key];
    return typeof field === 'string' || typeof field === 'number' ? String(field) : '';
  };
  return [...items].sort((one, other) => sign * value(one).localeCompare(value(other), 'en', { numeric: true }));
}
