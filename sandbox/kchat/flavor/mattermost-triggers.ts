/** Mattermost, observed: the triggers that a server without plugins refuses. */
export const mattermostTriggers: readonly string[] = (
  'away code collapse dnd echo expand groupmsg header help invite invite_people join kick leave logout me msg mute ' +
  'offline online open purpose remove rename search secure-connection settings share-channel shortcuts shrug status'
).split(' ');
