import type { Migration } from '../migrate.ts';

/** How often people have asked for something that Infomaniak or the approval channel gets to see. */
export const asks: Migration = {
  version: 17,
  name: 'asks',
  statements: [
    `create index invitation_event_asks on invitation_event (team_id, at, actor)
       where kind in ('requested', 'approval_requested', 'renewal_requested')`,
  ],
};
