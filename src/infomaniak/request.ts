import { encodeQuery, type Query } from './query.ts';

/**
 * `interactive`: somebody waits for it. `background`: polling and probes, which let those go first. `patient`: one of
 * many, which come evenly when they are more than a few, and let all others go first.
 */
export type Priority = 'interactive' | 'background' | 'patient';

export interface ApiRequest {
  method: 'GET' | 'POST' | 'DELETE';
  /** The route with names for its ids, such as `/1/accounts/{account}/invitations/{invitation}`. */
  route: string;
  /** Values for the names in `route`. */
  ids: Readonly<Record<string, string | number>>;
  query?: Query;
  body?: unknown;
  priority: Priority;
  /** Awaited when its turn in the budget has come, right before it is sent; not sent when this throws. */
  beforeSending?: () => Promise<void>;
}

/** How a request is called in logs and errors. Made from the route, so that ids and query never get there. */
export function operationOf(request: ApiRequest): string {
  return `${request.method} ${request.route}`;
}

/** The full address. `apiUrl` may have a path of its own and may end in a slash. */
export function addressOf(apiUrl: string, request: ApiRequest): string {
  const path = request.route.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = request.ids[name];
    if (id === undefined) throw new Error(`No value for {${name}} of ${request.route}`);
    return encodeURIComponent(id);
  });
  const query = request.query ? encodeQuery(request.query) : '';
  return `${apiUrl.replace(/\/+$/, '')}${path}${query && `?${query}`}`;
}
