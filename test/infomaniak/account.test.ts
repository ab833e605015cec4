import { expect, test } from 'vitest';
import { caught } from './caught.ts';
import { provisioningFor } from './documents.ts';
import { failure, success, useFakeApi } from './fake-api.ts';

const server = useFakeApi();

test('access is proved by reading the organization', async () => {
  server.current.answerWith(success({ id: 77, name: 'Acme' }));
  await expect(provisioningFor(server.current).checkAccess()).resolves.toBeUndefined();
  expect(server.current.log).toEqual(['GET /1/accounts/77']);
});

test('a token that is not accepted is a refusal', async () => {
  server.current.answerWith(failure(401, 'not_authorized'));
  expect(await caught(provisioningFor(server.current).checkAccess())).toMatchObject({
    name: 'RemoteRefusal',
    status: 401,
    code: 'not_authorized',
  });
});

test('an organization that is not there is a refusal, not a success', async () => {
  server.current.answerWith(failure(404, 'object_not_found'));
  expect(await caught(provisioningFor(server.current).checkAccess())).toMatchObject({ status: 404 });
});

test('another organization than the one asked for is no proof', async () => {
  server.current.answerWith(success({ id: 78 }));
  expect(await caught(provisioningFor(server.current).checkAccess())).toMatchObject({ reason: 'unreadable_answer' });
});
