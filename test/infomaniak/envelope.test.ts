import { expect, test } from 'vitest';
import { readEnvelope } from '../../src/infomaniak/envelope.ts';

test('an envelope keeps its data and its paging, and drops what is unknown', () => {
  const body = JSON.stringify({
    result: 'success',
    data: [1],
    pages: 3,
    items_per_page: 25,
    uri: '/x',
    has_more: true,
  });
  expect(readEnvelope(body)).toEqual({ result: 'success', data: [1], pages: 3, items_per_page: 25 });
});

test.each(['<html>Bad gateway</html>', '{"result":', 'null', '[]', '{"data":1}', '{"result":1}', ''])(
  'what is no envelope is none: %s',
  (body) => {
    expect(readEnvelope(body)).toBeUndefined();
  },
);

test('an odd detail does not spoil the rest', () => {
  const body = JSON.stringify({
    result: 'error',
    pages: 'many',
    error: { code: 12, description: null, errors: 'none' },
  });
  expect(readEnvelope(body)).toMatchObject({ result: 'error', error: { code: '12' } });
  expect(readEnvelope('{"result":"error","error":"broken"}')).toMatchObject({ result: 'error' });
});
