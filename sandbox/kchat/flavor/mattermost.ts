import { z } from 'zod';
import type { Flavor } from './flavor.ts';
import { mattermostAccount, mattermostTeam } from './mattermost-documents.ts';
import { mattermostErrors } from './mattermost-errors.ts';
import { mattermostIds } from './mattermost-ids.ts';
import { mattermostTriggers } from './mattermost-triggers.ts';
import { maxPostSize } from './max-post-size.ts';

export const mattermostVersion = '10.5.0';

/** A stock Mattermost server, as one of 2021 was seen to behave; the version it gives is younger. */
export const mattermost: Flavor = {
  name: 'mattermost',
  realtime: 'websocket',
  ids: mattermostIds,
  errors: mattermostErrors,
  // What its API reference or its own client adds. A real server ignores the rest; here it is refused and recorded.
  alsoTakes: {
    command: {
      display_name: z.string().max(64).optional(),
      description: z.string().max(128).optional(),
      username: z.string().max(64).optional(),
      icon_url: z.string().optional(),
      auto_complete: z.boolean().optional(),
      auto_complete_desc: z.string().max(1024).optional(),
      auto_complete_hint: z.string().max(1024).optional(),
    },
    post: { metadata: z.unknown().optional(), user_id: z.string().optional(), create_at: z.number().optional() },
    postPatch: { id: z.string().optional(), file_ids: z.unknown().optional(), has_reactions: z.boolean().optional() },
    channelMember: { channel_id: z.string().optional() },
  },
  builtInTriggers: new Set(mattermostTriggers),
  clientConfig: (origin) => ({
    Version: mattermostVersion,
    SiteName: 'Mattermost',
    SiteURL: origin,
    // Empty unless the operator set another address.
    WebsocketURL: '',
    MaxPostSize: String(maxPostSize),
    DefaultClientLocale: 'en',
    EnableCommands: 'true',
    EnableBotAccountCreation: 'true',
    EnableUserAccessTokens: 'true',
    BuildEnterpriseReady: 'false',
    EnableGuestAccounts: 'false',
  }),

  person: mattermostAccount,
  me: mattermostAccount,
  team: mattermostTeam,

  isPendingPostId: () => true,
  takesProp: () => true,
  takesEmptyPosts: true,
  // A stock server has no licence for them.
  hasGuests: false,
  directChannelDelay: 40,
  saysWhoAddedToTeam: false,
  removesFromTeam: true,
};
