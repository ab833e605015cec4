import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Manifest, ManifestCommand } from './manifest.ts';

/** A slash command as the server keeps it. What we do not know of it is kept, for a change sends the whole object. */
export const commandAnswer = z
  .looseObject({
    id: z.string().min(1),
    trigger: z.string(),
    url: z.string(),
    // Blank where the server hides it from whoever asks.
    token: z
      .string()
      .nullish()
      .transform((value) => value ?? ''),
  })
  .describe('a command');

export const commandsAnswer = z.array(commandAnswer).describe('a list of commands');

export type CommandAnswer = z.infer<typeof commandAnswer>;

/** The fields that registration decides, with the values they should have. */
export function wantedFields(
  command: ManifestCommand,
  bot: Manifest['bot'],
  url: string,
): Record<string, string | boolean> {
  return {
    url,
    method: 'P',
    username: bot.username,
    display_name: command.displayName,
    description: command.description,
    auto_complete: true,
    auto_complete_desc: command.description,
    auto_complete_hint: command.hint,
  };
}

/**
 * Our command among those of the team: the one that leads to our URL, or whose token we were given when it was made
 * and which leads to our path (PUBLIC_URL has moved since). A trigger proves nothing, so a command of somebody else is
 * never touched, even when it is called `/invite`.
 */
export function findOurs(
  commands: CommandAnswer[],
  path: string,
  url: string,
  tokenHashes: readonly string[],
): CommandAnswer | undefined {
  return (
    commands.find((command) => command.url === url) ??
    commands.find(
      ({ token, url: other }) => token !== '' && tokenHashes.includes(sha256(token)) && other.endsWith(path),
    )
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
