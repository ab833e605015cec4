import type { Migration } from '../migrate.ts';

/** What is due is looked for team by team, so that much that one team is owed holds up no other. */
export const dueInTeams: Migration = {
  version: 25,
  name: 'due-in-teams',
  statements: [`create index delivery_due_in_team on delivery (team_id, run_at, id) where state = 'ready'`],
};
