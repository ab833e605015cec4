import { expect, test } from 'vitest';
import { provisioningFor } from './documents.ts';
import { success, useFakeApi } from './fake-api.ts';

const server = useFakeApi();

test('a work team is found by its name without regard to case, among similar names', async () => {
  server.current.answerWith(
    success([{ id: 1, name: 'Sales abroad' }], { pages: 2 }),
    success([{ id: 2, name: 'Sales', color_id: 3 }], { pages: 2 }),
  );
  expect(await provisioningFor(server.current).workTeamByName('sales')).toEqual({ id: 2, name: 'Sales' });
  expect(server.current.log).toEqual(['GET /1/accounts/77/teams', 'GET /1/accounts/77/teams']);
  expect(server.current.received[0]?.query.get('search')).toBe('sales');
});

test('a work team that is not there is undefined', async () => {
  server.current.answerWith(success([{ id: 1, name: 'Sales abroad' }], { pages: 1 }));
  expect(await provisioningFor(server.current).workTeamByName('Sales')).toBeUndefined();
});

test('everybody in a work team is listed, over all pages', async () => {
  const person = (id: number) => ({ id, display_name: `Person ${id}`, email: `p${id}@acme.ch`, first_name: 'P' });
  server.current.answerWith(success([person(5)], { pages: 2 }), success([person(6)], { pages: 2 }));
  expect(await provisioningFor(server.current).workTeamMembers(3)).toEqual([
    { userId: 5, email: 'p5@acme.ch', name: 'Person 5' },
    { userId: 6, email: 'p6@acme.ch', name: 'Person 6' },
  ]);
  expect(server.current.log).toEqual(['GET /1/accounts/77/teams/3/users', 'GET /1/accounts/77/teams/3/users']);
});
