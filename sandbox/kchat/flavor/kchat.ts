import type { Flavor } from './flavor.ts';
import { kchatErrors } from './kchat-errors.ts';
import { kchatIds } from './kchat-ids.ts';
import { mattermostTriggers } from './mattermost-triggers.ts';
import { maxPostSize } from './max-post-size.ts';

/** Infomaniak's server. What is not known of it is taken to be as on Mattermost, or as harsh as it may be. */
export const kchat: Flavor = {
  name: 'kchat',
  realtime: 'pusher',
  ids: kchatIds,
  errors: kchatErrors,
  // Creating a command takes four fields, the rest follows by PUT; kChat: section 4.
  alsoTakes: { command: {}, post: {}, postPatch: {}, channelMember: {} },
  // Expected are those of any Mattermost, and the words that kChat's web client handles alone; kChat: section 4.
  builtInTriggers: new Set([...mattermostTriggers, 'exportlink', 'marketplace', 'test']),
  clientConfig: (origin) => ({
    Version: '10.5.0',
    SiteName: 'kChat',
    SiteURL: origin,
    WebsocketURL: origin.replace(/^http/, 'ws'),
    MaxPostSize: String(maxPostSize),
    DefaultClientLocale: 'fr',
    EnableCommands: 'true',
    EnableBotAccountCreation: 'true',
    EnableUserAccessTokens: 'true',
    // What its web client asks before it offers to invite guests; kChat: section 6.
    BuildEnterpriseReady: 'true',
    EnableGuestAccounts: 'true',
  }),

  person: (person) => person,
  me: (person, teamId) => ({ ...person, ...(teamId !== undefined && { team_id: teamId }) }),
  team: (team) => team,

  // kChat: "What bites" 5.
  isPendingPostId: (author, id) => {
    const [owner, digits, ...rest] = id.split(':');
    return owner === author.id && /^\d+$/.test(digits ?? '') && rest.length === 0;
  },
  // kChat: props were seen refused, while its clients and webhooks use attachments; section 5.
  takesProp: (name) => name === 'attachments',
  takesEmptyPosts: false,
  hasGuests: true,
  directChannelDelay: 0,
  saysWhoAddedToTeam: true,
  // Whether there is such a call is not published; kChat: section 5.
  removesFromTeam: false,
};
