import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { environmentSchema } from '../src/config.ts';

const text = await readFile(new URL('../.env.example', import.meta.url), 'utf8');
const lines = [...text.matchAll(/^(#?)([A-Z_]+)=(.*)$/gm)].map(([, mark, name = '', value = '']) => ({
  name,
  value,
  isOptional: mark === '#',
}));
const isName = (name: string): name is keyof typeof environmentSchema.shape => name in environmentSchema.shape;

describe('.env.example', () => {
  test('names what the program reads, each once and nothing else', () => {
    expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  test.each(lines.filter(({ isOptional }) => isOptional))('shows the default of $name', ({ name, value }) => {
    if (!isName(name)) throw new Error(`${name} is not read`);
    const schema = environmentSchema.shape[name];
    expect(schema.parse(value === '' ? undefined : value)).toEqual(schema.parse(undefined));
    // A default that is not shown would be a secret of the code's.
    expect(value === '' ? (schema.parse(undefined) ?? []) : []).toEqual([]);
  });

  test('leaves without a mark what has to be filled in', () => {
    expect(lines.filter(({ isOptional }) => !isOptional).map(({ name }) => name)).toEqual([
      'KCHAT_URL',
      'INFOMANIAK_API_TOKEN',
      'INFOMANIAK_ACCOUNT_ID',
      'PUBLIC_URL',
      'SECRET_KEY',
    ]);
  });
});
