import { expect, test } from 'vitest';
import { refusal } from '../../src/infomaniak/refusal.ts';

const operation = 'POST /1/accounts/{account}/invitations';

test('nested complaints become one sentence for each field, at any depth', () => {
  const error = refusal(operation, 422, {
    code: 'validation_failed',
    description: 'The given data was invalid.',
    errors: [
      { code: 'validation_rule_email', description: 'Not an address.', context: { attribute: 'email' } },
      { code: 'validation_rule_max', description: 'Too long.', context: { attribute: 'email' } },
      { code: 'nested', errors: [{ code: 'validation_rule_required', context: { attribute: 'last_name' } }] },
      { code: 'without_attribute', description: 'About nothing in particular.' },
    ],
  });
  expect(error).toMatchObject({ status: 422, code: 'validation_failed', description: 'The given data was invalid.' });
  expect(error.fields).toEqual({ email: 'Not an address. Too long.', last_name: 'required' });
});

test('a complaint with neither words nor code still names its field', () => {
  expect(refusal(operation, 422, { errors: [{ context: { attribute: 'teams.0' } }] }).fields).toEqual({
    'teams.0': 'not accepted',
  });
});

test('a field may have any name', () => {
  const error = refusal(operation, 422, { context: { attribute: '__proto__' }, description: 'No.' });
  expect(Object.entries(error.fields ?? {})).toEqual([['__proto__', 'No.']]);
});

test('a long description is shortened', () => {
  const error = refusal(operation, 500, { code: 'unexpected_error', description: 'x'.repeat(5000) });
  expect(error.description).toHaveLength(200);
  expect(error.description?.endsWith('…')).toBe(true);
});

test('a link never gets into a description or a field', () => {
  const error = refusal(operation, 409, {
    code: 'object_already_exists',
    description: 'Invited already, see https://welcome.example.test/s3cr3t please',
    errors: [{ description: 'Use https://welcome.example.test/s3cr3t', context: { attribute: 'email' } }],
  });
  expect(error.description).toBe('Invited already, see (link) please');
  expect(error.fields).toEqual({ email: 'Use (link)' });
});

test('a code that is no code stays out of the message', () => {
  const error = refusal(operation, 409, { code: 'jane@acme.ch exists', description: 'jane@acme.ch is taken' });
  expect(error.code).toBeUndefined();
  expect(error.message).toBe(`Infomaniak answered 409 to ${operation}`);
  expect(error.description).toBe('jane@acme.ch is taken');
});

test('a body that was no envelope leaves the status alone', () => {
  expect(refusal(operation, 502, undefined)).toMatchObject({
    status: 502,
    code: undefined,
    description: undefined,
    fields: undefined,
  });
});
