import { expect, test } from 'vitest';
import { encodeQuery } from '../../src/infomaniak/query.ts';

test('nested values are written in PHP brackets', () => {
  const query = encodeQuery({ filter: { state_in_account: 'pending', team_ids: [4, 5] }, page: 1 });
  expect(decodeURIComponent(query)).toBe(
    'filter[state_in_account]=pending&filter[team_ids][]=4&filter[team_ids][]=5&page=1',
  );
});

test('a plus sign and an ampersand in an address survive', () => {
  const query = encodeQuery({ search: 'jane+a&b@acme.ch' });
  expect(new URLSearchParams(query).get('search')).toBe('jane+a&b@acme.ch');
});
