import { z } from 'zod';

// Limits of kChat's own forms (kChat: sections 1 and 4).
const username = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{1,20}[a-z0-9_-]$/, 'a user name has 3 to 22 characters of a-z 0-9 . _ -');
const trigger = z.string().regex(/^[^\s/A-Z][^\sA-Z]{0,127}$/, 'a trigger has no space, capital or leading slash');

/** What `manifest.json` says about the bot account, its slash commands and the rights it needs. */
export const manifestSchema = z.object({
  bot: z.object({ username, displayName: z.string().min(1), description: z.string() }),
  commands: z
    .array(
      z.object({
        trigger,
        fallbackTriggers: z.array(trigger),
        path: z.string().startsWith('/'),
        displayName: z.string().max(64),
        description: z.string().max(128),
        hint: z.string().max(1024),
      }),
    )
    // A command is found again by its address.
    .refine(haveOwnPaths, 'two commands have the same path'),
  rights: z.object({ botRoles: z.array(z.string()) }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestCommand = Manifest['commands'][number];

function haveOwnPaths(commands: { path: string }[]): boolean {
  return new Set(commands.map(({ path }) => path)).size === commands.length;
}
