/**
 * Triggers that the server answers itself and gives to nobody else. kChat: expected as on Mattermost, with the words the
 * web client handles alone; reference/kchat.md section 4.
 */
export const builtInTriggers: ReadonlySet<string> = new Set(
  (
    'away code collapse dnd echo expand exportlink groupmsg header help invite invite_people join kick leave logout ' +
    'marketplace me msg mute offline online open purpose remove rename search secure-connection settings share-channel ' +
    'shortcuts shrug status test'
  ).split(' '),
);
