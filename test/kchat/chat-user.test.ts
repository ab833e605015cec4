import { describe, expect, test } from 'vitest';
import type { ChatUser } from '../../src/ports/chat.ts';
import { userAnswer } from '../../src/kchat/answers.ts';
import { chatUser } from '../../src/kchat/chat-user.ts';

function read(fields: object): ChatUser {
  return chatUser(userAnswer.parse({ id: 'u1', ...fields }));
}

describe('a user', () => {
  test.each([
    [{ useAutomaticTimezone: 'true', automaticTimezone: 'Europe/Zurich', manualTimezone: '' }, 'Europe/Zurich'],
    [{ useAutomaticTimezone: true, automaticTimezone: 'Europe/Zurich', manualTimezone: 'Asia/Tokyo' }, 'Europe/Zurich'],
    [{ useAutomaticTimezone: 'false', automaticTimezone: 'Europe/Zurich', manualTimezone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
    [{ useAutomaticTimezone: false, manualTimezone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
    [{ useAutomaticTimezone: 'true', automaticTimezone: '', manualTimezone: '' }, undefined],
    [{ useAutomaticTimezone: 'true', automaticTimezone: 'Mars/Olympus' }, undefined],
    [[], undefined],
    [null, undefined],
  ])('with the time zone settings %j lives in %s', (timezone, expected) => {
    expect(read({ timezone }).timeZone).toBe(expected);
  });

  test.each([
    [4711, 4711],
    ['4711', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('with user_id %j has the Infomaniak id %j', (userId, expected) => {
    expect(read({ user_id: userId }).infomaniakUserId).toBe(expected);
  });

  test('is described by roles and dates', () => {
    expect(read({ roles: 'system_user system_admin' })).toMatchObject({ isSystemAdmin: true, isGuest: false });
    expect(read({ roles: 'system_guest' })).toMatchObject({ isSystemAdmin: false, isGuest: true });
    expect(read({ roles: 'not_system_admin' }).isSystemAdmin).toBe(false);
    expect(read({ delete_at: 1 }).isDeactivated).toBe(true);
    expect(read({ delete_at: 0 }).isDeactivated).toBe(false);
  });

  test('is a bot when the server says so in either way', () => {
    expect(read({ is_bot: true }).isBot).toBe(true);
    expect(read({ roles: 'system_user system_bot' }).isBot).toBe(true);
    expect(read({ is_bot: false, roles: 'system_user' }).isBot).toBe(false);
  });

  test('may lack everything but an id', () => {
    expect(read({ email: null, locale: null })).toMatchObject({ id: 'u1', email: '', locale: '', username: '' });
  });
});
