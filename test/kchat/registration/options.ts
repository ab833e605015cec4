import { createHash } from 'node:crypto';
import { createRegistrationClient } from '../../../src/kchat/registration/client.ts';
import { manifestSchema } from '../../../src/kchat/registration/manifest.ts';
import type { RegisterOptions } from '../../../src/kchat/registration/register.ts';
import type { RegistrationReport } from '../../../src/kchat/registration/report.ts';
import manifestFile from '../../../manifest.json' with { type: 'json' };

/** The manifest that ships. */
export const manifest = manifestSchema.parse(manifestFile);

export function optionsFor(
  { url, adminToken }: { url: string; adminToken: string },
  changes: Partial<RegisterOptions> = {},
): RegisterOptions {
  return {
    admin: createRegistrationClient({ url, token: adminToken }),
    team: 'acme',
    publicUrl: 'https://bot.acme.ch/',
    manifest,
    noticeChannels: [],
    stored: { commandTokenHashes: [] },
    ...changes,
  };
}

/** What the store would keep of the command tokens. */
export function hashesOf({ commands }: RegistrationReport): string[] {
  return commands.map(({ token }) => createHash('sha256').update(token).digest('hex'));
}
