import { expect, it } from 'vitest';
import { createRepeatFilter } from '../../../src/kchat/realtime/repeat-filter.ts';

const hint = { about: 'person', userId: 'jane' } as const;

it('an event on a second channel repeats the one on the first', () => {
  const isRepeat = createRepeatFilter();
  expect(isRepeat('user_added', hint, 'private-team.1')).toBe(false);
  expect(isRepeat('user_added', hint, 'presence-teamUser.2')).toBe(true);
});

it('the same on the same channel happened again', () => {
  const isRepeat = createRepeatFilter();
  expect(isRepeat('user_added', hint, 'private-team.1')).toBe(false);
  expect(isRepeat('user_added', hint, 'private-team.1')).toBe(false);
});

it('another event, another person, or a platform without channels: no repeat', () => {
  const isRepeat = createRepeatFilter();
  isRepeat('user_added', hint, 'private-team.1');
  expect(isRepeat('new_user', hint, 'presence-teamUser.2')).toBe(false);
  expect(isRepeat('user_added', { ...hint, userId: 'max' }, 'presence-teamUser.2')).toBe(false);
  expect(isRepeat('user_added', hint, undefined)).toBe(false);
});
