import { expect, it } from 'vitest';
import { checksumOf } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/all.ts';

/** Databases have had these, in this order: one that is changed, or put between them, would lock them out. */
const history = [
  [1, 'b19f7fedf759'],
  [2, 'f73121814744'],
  [5, '81d0a869a3db'],
  [6, '9fa980a063e1'],
  [9, '8d4ba54c46d7'],
  [10, '6e42b1ef9fc0'],
  [11, '866acef3c7a9'],
  [12, '643e6b348e82'],
  [13, '06cf36b6734b'],
  [14, 'd3c63f7aebca'],
  [15, '610a91d144a1'],
  [17, 'f4f4134600c5'],
  [20, 'ce0c96e1d733'],
  [21, 'd4ab13782b1d'],
  [23, 'ec1c97196896'],
  [24, 'ef1626617d73'],
  [25, '0bb8f78debd7'],
  [26, '52a64b68e7af'],
  [27, '6268ffba34f3'],
  [28, '51c3f7daedbb'],
];

it('migrations that databases have had stay as they are; new ones come after them, and are added here', () => {
  expect(migrations.map((one) => [one.version, checksumOf(one).slice(0, 12)])).toEqual(history);
});

it('each migration has a later version than the one before', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});
