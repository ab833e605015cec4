import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

export interface Seed {
  path: string;
  teamId: string;
  inviterId: string;
  invitations: number;
  /** Pending at the provider under these ids, in order; the others have arrived. */
  pendingIds?: readonly number[];
}

const dayMs = 86_400_000;

/** Fills a database that the program has made: invitations of three years with three events and a delivery each. */
export function seedStore({ path, teamId, inviterId, invitations, pendingIds = [] }: Seed): void {
  const database = new Database(path);
  try {
    database.pragma('synchronous = off');
    const invitation = database.prepare(
      `insert into invitation (id, team_id, email, first_name, last_name, role, strict, locale, channels, work_teams, state,
         inviter_id, inviter_name, requested_at, provider_step, provider_invitation_id, expires_at, accepted_at, arrived_at)
       values (?, ?, ?, 'Jane', ?, 'normal', 1, 'en_GB', '[]', '[]', ?, ?, 'Pat Keller', ?, 'created', ?, ?, ?, ?)`,
    );
    const event = database.prepare(
      'insert into invitation_event (team_id, invitation_id, kind, at, actor) values (?, ?, ?, ?, ?)',
    );
    const delivery = database.prepare(
      `insert into delivery (id, team_id, kind, target, payload, invitation_id, dedupe_key, run_at, attempts, state, ended_at)
       values (?, ?, 'welcome', ?, '{}', ?, ?, ?, 1, 'done', ?)`,
    );
    const start = Date.now() - 3 * 365 * dayMs;
    database.transaction(() => {
      for (let index = 0; index < invitations; index += 1) {
        const id = randomUUID();
        const pendingId = pendingIds[index];
        const at = pendingId === undefined ? start + index * 60_000 : Date.now() - 60_000;
        const arrived = pendingId === undefined ? at + dayMs : null;
        invitation.run(
          ...[id, teamId, `seed${index}@example.test`, `Doe ${index}`, pendingId === undefined ? 'arrived' : 'pending'],
          ...[inviterId, at, pendingId ?? 1_000_000 + index, at + 14 * dayMs, arrived, arrived],
        );
        for (const kind of ['requested', 'created', 'mailed']) event.run(teamId, id, kind, at, inviterId);
        delivery.run(randomUUID(), teamId, id, id, `seed:${id}`, at, at);
      }
    })();
  } finally {
    database.close();
  }
}
