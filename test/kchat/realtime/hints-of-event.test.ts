import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hintsOfEvent } from '../../../src/kchat/realtime/hints-of-event.ts';

const person = { about: 'person', userId: 'jane' };
const rights = { about: 'rights', userId: 'jane' };
const user = { id: 'jane' };
const member = { user_id: 'jane', team_id: 'team' };
const joined = { type: 'system_join_team', user_id: 'jane', props: { username: 'jane' } };
const sent = { id: 'post', type: '', user_id: 'jane', channel_id: 'direct', message: '', file_ids: ['file'] };
const file = { about: 'file', postId: 'post', channelId: 'direct', userId: 'jane' };
const added = { type: 'system_add_to_channel', user_id: 'pat', props: { addedUserId: 'jane' } };

describe('what an event tells', () => {
  it.each([
    ['new_user', { user_id: 'jane' }, [person]],
    ['user_added', { user_id: 'jane', team_id: 'team' }, [person]],
    ['user_added', { userId: 'jane' }, [person]],
    ['added_to_team', { user_id: 'jane', team_id: 'team' }, [person]],
    ['user_updated', { user }, [person]],
    ['user_updated', { user: JSON.stringify(user) }, [person]],
    ['user_role_updated', { user_id: 'jane', roles: 'system_user' }, [rights, person]],
    ['memberrole_updated', { member }, [rights, person]],
    ['memberrole_updated', { member: JSON.stringify(member) }, [rights, person]],
    ['posted', { post: joined }, [person]],
    ['posted', { post: JSON.stringify(joined) }, [person]],
    ['posted', { post: added }, [person]],
    ['posted', { post: { ...added, props: JSON.stringify(added.props) } }, [person]],
    ['posted', { channel_type: 'D', post: sent }, [file]],
    ['posted', { channel_type: 'D', post: JSON.stringify(sent) }, [file]],
  ])('%s %j', (name, data, hints) => {
    expect(hintsOfEvent(name, data)).toEqual(hints);
  });

  it.each([
    ['an ordinary post', 'posted', { post: { type: '', user_id: 'jane', message: 'Hello' } }],
    ['a file that is for many', 'posted', { channel_type: 'O', post: sent }],
    ['a direct message without files', 'posted', { channel_type: 'D', post: { ...sent, file_ids: [] } }],
    ['a direct message that says nothing of files', 'posted', { channel_type: 'D', post: { ...sent, file_ids: null } }],
    ['a post that is no JSON', 'posted', { post: '{"type":' }],
    ['somebody without an id', 'user_added', { user_id: '' }],
    ['no data', 'user_added', undefined],
    ['an event that nobody here needs', 'typing', { user_id: 'jane' }],
    ['the name of something every object has', 'constructor', {}],
  ])('%s: nothing', (_what, name, data) => {
    expect(hintsOfEvent(name, data)).toEqual([]);
  });

  it('is read from whatever comes without an error', () => {
    const names = ['new_user', 'user_added', 'user_updated', 'memberrole_updated', 'posted'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.anything(), (name, data) => Array.isArray(hintsOfEvent(name, data))),
    );
  });
});
