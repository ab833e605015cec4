/** What a target declares about its server. Whatever a test wants to know of the platform, it asks here. */
export interface Capabilities {
  /** Which protocol tells at once what happens, if any. */
  realtime: 'pusher' | 'mattermost' | undefined;
  dialogs: boolean;
  /** Attachments with buttons, in posts and in replies. */
  buttons: boolean;
  files: boolean;
  /** A bot of member rank may show something to one person alone. */
  ephemeralByMember: boolean;
  /** The suite can let people into the team. */
  canCreatePeople: boolean;
  canCutRealtime: boolean;
  /** Guests can be invited, and their mail reaches nobody real. */
  guests: boolean;
  /** The server has no guests at all. */
  lacksGuests: boolean;
}

const reasons: Record<keyof Capabilities, string> = {
  realtime: 'it has no realtime',
  dialogs: 'it has no dialogs',
  buttons: 'it has no buttons',
  files: 'it takes no files',
  ephemeralByMember: 'bots of member rank may not post ephemerally',
  canCreatePeople: 'the suite can create nobody there',
  canCutRealtime: 'its realtime can’t be cut',
  guests: 'it has no guests, or would send them a real mail',
  lacksGuests: 'it has guests',
};

/**
 * Skips the running test where its server lacks something, and says so on standard error as well: a skipped test proves
 * nothing, and somebody should know.
 */
export function needs(
  { skip, task }: { skip: (note: string) => never; task: { name: string } },
  { name, capabilities }: { name: string; capabilities: Capabilities },
  ...wanted: (keyof Capabilities)[]
): void {
  const missing = wanted.filter((one) => !capabilities[one]).map((one) => reasons[one]);
  if (missing.length === 0) return;
  const note = `${name}: ${missing.join(', ')}`;
  process.stderr.write(`SKIPPED: "${task.name}", because of ${note}.\n`);
  skip(note);
}
