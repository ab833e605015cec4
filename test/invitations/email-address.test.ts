import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { canonicalEmail, domainOf } from '../../src/invitations/email-address.ts';

describe('the canonical spelling of an address', () => {
  it.for([
    ['  Jane.Doe@ACME.ch ', 'jane.doe@acme.ch'],
    ['jane+news@acme.ch', 'jane+news@acme.ch'],
    ['ｊａｎｅ@acme.ch', 'jane@acme.ch'],
    ['jane@bücher.example', 'jane@xn--bcher-kva.example'],
    ['jane@пример.рф', 'jane@xn--e1afmkfd.xn--p1ai'],
  ] as const)('of %s is %s', ([written, canonical]) => {
    expect(canonicalEmail(written)).toBe(canonical);
  });

  it.for([
    'jane',
    'jane@',
    '@acme.ch',
    'jane@acme',
    'jane@acme.ch/x',
    'jane@acme.ch?x',
    'jane@acme.ch:25',
    'ja ne@acme.ch',
    'jane@@acme.ch',
    'ja`ne@acme.ch',
    'ja|ne@acme.ch',
    `${'j'.repeat(65)}@acme.ch`,
  ])('refuses %s', (written) => {
    expect(() => canonicalEmail(written)).toThrow(UserError);
  });

  it('gives the domain for the list of allowed ones', () => {
    expect(domainOf('jane@acme.ch')).toBe('acme.ch');
  });
});
