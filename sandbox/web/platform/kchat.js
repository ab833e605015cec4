import { call } from './http.js';

/** kChat's own API as one person sees it. */
export function kchatAs(token) {
  const get = (path) => call(`/api/v4${path}`, { token });
  const post = (path, body) => call(`/api/v4${path}`, { method: 'POST', token, body });
  return {
    channels: (userId, teamId) => get(`/users/${userId}/teams/${teamId}/channels`),
    posts: (channelId) => get(`/channels/${channelId}/posts?page=0&per_page=100`),
    people: (ids) => post('/users/ids', ids),
    commands: (teamId) => get(`/teams/${teamId}/commands/autocomplete`),
    say: (channelId, message) => post('/posts', { channel_id: channelId, message }),
    execute: (channelId, command) => post('/commands/execute', { channel_id: channelId, command }),
  };
}
