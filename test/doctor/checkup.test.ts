import { describe, expect, it } from 'vitest';
import { RemoteRefusal } from '../../src/errors.ts';
import { Checkup } from '../../src/doctor/checkup.ts';
import { failure, ok, type Diagnosis } from '../../src/doctor/diagnosis.ts';

describe('a checkup', () => {
  it('runs independent checks at the same time and reports in the order they were added', async () => {
    const checkup = new Checkup();
    const second = Promise.withResolvers<undefined>();
    // Ends only once the second has started.
    checkup.check('first', [], () => second.promise.then((): Diagnosis => ok('done')));
    checkup.check('second', [], () => {
      second.resolve(undefined);
      return ok('done');
    });
    expect((await checkup.findings()).map(({ check }) => check)).toEqual(['first', 'second']);
  });

  it('hands on what a check established', async () => {
    const checkup = new Checkup();
    const ground = checkup.check('ground', [], () => ok('there', 42));
    checkup.check('house', [ground], (value) => ok(`stands on ${value}`));
    expect((await checkup.findings()).map(({ message }) => message)).toEqual(['there', 'stands on 42']);
  });

  it('skips all that stands on a failed check, and names that one', async () => {
    const checkup = new Checkup();
    const ground = checkup.check('ground', [], (): Diagnosis<number> => failure('gone', 'Fill it.'));
    const house = checkup.check('house', [ground], (value) => ok('stands', value));
    checkup.check('roof', [house], () => ok('stands'));
    const message = 'Not checked: ground has to be right first.';
    expect(await checkup.findings()).toEqual([
      { check: 'ground', status: 'failure', message: 'gone', remedy: 'Fill it.' },
      { check: 'house', status: 'skipped', message },
      { check: 'roof', status: 'skipped', message },
    ]);
  });

  it('makes a finding of a remote error and lets a mistake of ours through', async () => {
    const refusal = new RemoteRefusal({ service: 'kChat', operation: 'GET /api/v4/users/me', status: 502 });
    const troubled = new Checkup();
    troubled.check('kchat', [], () => Promise.reject<Diagnosis>(refusal));
    expect(await troubled.findings()).toMatchObject([{ check: 'kchat', status: 'failure' }]);

    const mistaken = new Checkup();
    const { reached } = mistaken.check('kchat', [], () => Promise.reject<Diagnosis>(new TypeError('undefined')));
    await expect(reached).rejects.toThrow(TypeError);
    await expect(mistaken.findings()).rejects.toThrow(TypeError);
  });
});
