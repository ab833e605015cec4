import { expect, test } from 'vitest';
import { addressOf, operationOf, type ApiRequest } from '../../src/infomaniak/request.ts';

const request: ApiRequest = {
  method: 'GET',
  route: '/1/accounts/{account}/invitations/{invitation}',
  ids: { account: 77, invitation: 501 },
  query: { search: 'jane@acme.ch' },
  priority: 'interactive',
};

test('the operation names the route, never an id or the query', () => {
  expect(operationOf(request)).toBe('GET /1/accounts/{account}/invitations/{invitation}');
});

test('the address keeps the path of the base URL', () => {
  const address = 'http://127.0.0.1:1/infomaniak/1/accounts/77/invitations/501?search=jane%40acme.ch';
  expect(addressOf('http://127.0.0.1:1/infomaniak', request)).toBe(address);
  expect(addressOf('http://127.0.0.1:1/infomaniak/', request)).toBe(address);
});

test('an id cannot change the route', () => {
  const escaping = { ...request, ids: { account: '../2', invitation: 501 }, query: {} };
  expect(addressOf('http://x.test', escaping)).toBe('http://x.test/1/accounts/..%2F2/invitations/501');
});

test('a forgotten id is reported as the programming error it is', () => {
  expect(() => addressOf('http://x.test', { ...request, ids: { account: 77 } })).toThrow('{invitation}');
});
