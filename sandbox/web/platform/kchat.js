import { call, download } from './http.js';

/** kChat's own API as one person sees it. */
export function kchatAs(token) {
  const get = (path) => call(`/api/v4${path}`, { token });
  const post = (path, body) => call(`/api/v4${path}`, { method: 'POST', token, body });
  return {
    channels: (userId, teamId) => get(`/users/${userId}/teams/${teamId}/channels`),
    publicChannels: (teamId) => get(`/teams/${teamId}/channels?page=0&per_page=200`),
    members: (teamId) => get(`/users?in_team=${teamId}&page=0&per_page=200`),
    posts: (channelId) => get(`/channels/${channelId}/posts?page=0&per_page=100`),
    people: (ids) => post('/users/ids', ids),
    commands: (teamId) => get(`/teams/${teamId}/commands/autocomplete`),
    direct: (userId, otherId) => post('/channels/direct', [userId, otherId]),
    say: (channelId, message, fileIds) => post('/posts', { channel_id: channelId, message, file_ids: fileIds }),
    execute: (channelId, command) => post('/commands/execute', { channel_id: channelId, command }),
    /** `choice` is what was chosen from a menu; private posts bring their action's cookie along. */
    press: (postId, action, choice = '') =>
      post(`/posts/${postId}/actions/${action.id}`, { selected_option: choice, cookie: action.cookie ?? '' }),
    submitDialog: (submission) => post('/actions/dialogs/submit', submission),
    file: (fileId) => download(`/api/v4/files/${fileId}`, { token }),
    /** Resolves to the ids of the uploaded files. */
    upload: async (channelId, files) => {
      const form = new FormData();
      form.append('channel_id', channelId);
      for (const file of files) form.append('files', file);
      return (await post('/files', form)).file_infos.map((info) => info.id);
    },
  };
}
