import { expect, test } from 'vitest';
import { keepNames, keepSecret, leaks, overhear } from './overheard.ts';

test('a secret, an address or a name in what was written is found, and then forgotten', () => {
  keepSecret('s3cr3t-token', undefined, '');
  keepNames('Jane');
  overhear('a', '{"msg":"hello"}\n{"token":"s3cr3t-token"}');
  overhear('b', '{"msg":"jane.doe@acme.ch"}');
  overhear('c', '{"msg":"Jane came"}');
  overhear('d', '{"msg":"Janeiro"}');
  overhear('e', '"node_modules/@mattermost/client/lib"');
  expect(leaks()).toEqual([
    'a wrote a secret: {"token":"s3cr3t-token"}',
    'b wrote an address: {"msg":"jane.doe@acme.ch"}',
    'c wrote a name: {"msg":"Jane came"}',
  ]);
  overhear('a', 's3cr3t-token');
  expect(leaks()).toEqual([]);
});

test('what only the operator reads may have names, but no secrets', () => {
  keepSecret('s3cr3t-token');
  keepNames('Pat');
  overhear('doctor', 'Pat is an administrator', 'operator');
  expect(leaks()).toEqual([]);
  keepSecret('s3cr3t-token');
  overhear('doctor', 's3cr3t-token', 'operator');
  expect(leaks()).toHaveLength(1);
});
