import type { z } from 'zod';
import type { Api } from './api.ts';
import { decodeList } from './decode.ts';
import type { Envelope } from './envelope.ts';
import { operationOf, type ApiRequest } from './request.ts';
import { unreadableAnswer } from './silence.ts';

/** The documented minimum is 1, the maximum is unknown: the answer says what the server made of it. */
const askedPerPage = 100;

/** Far beyond any organization (a kSuite ends at 300 users); a list that never ends is broken. */
const mostPages = 200;

/**
 * The items of a paged list, one page at a time, so that who has found what they want asks for no further page.
 * @throws RemoteSilence (`unreadable_answer`) when the list does not end: an incomplete list must not pass for whole
 */
export async function* pagesOf<T>(api: Api, request: ApiRequest, schema: z.ZodType<T>): AsyncGenerator<T[]> {
  const operation = operationOf(request);
  for (let page = 1; page <= mostPages; page++) {
    const envelope = await api({ ...request, query: { ...request.query, page, per_page: askedPerPage } });
    const items = decodeList(schema, envelope.data, operation);
    yield items;
    if (isLast(envelope, page, items.length)) return;
  }
  throw unreadableAnswer(operation);
}

function isLast({ pages, items_per_page: perPage = askedPerPage }: Envelope, page: number, items: number): boolean {
  if (items === 0) return true;
  return pages === undefined ? items < perPage : page >= pages;
}
