export interface Query {
  readonly [name: string]: string | number | readonly (string | number)[] | Query;
}

/**
 * Encodes a query the way PHP reads nested values: `filter[state_in_account]=pending&filter[team_ids][]=4`.
 * Infomaniak: the published description would give bare names; brackets are inferred from the server's framework, so
 * this is the only place that knows the form.
 */
export function encodeQuery(query: Query): string {
  return new URLSearchParams(pairsOf(query)).toString();
}

function pairsOf(query: Query, parent?: string): [name: string, value: string][] {
  return Object.entries(query).flatMap(([key, value]) => {
    const name = parent === undefined ? key : `${parent}[${key}]`;
    if (Array.isArray(value)) return value.map((item): [string, string] => [`${name}[]`, String(item)]);
    if (typeof value === 'object') return pairsOf(value as Query, name);
    return [[name, String(value)]];
  });
}
