import type { Kysely } from 'kysely';
import { programParts, type AuditAct, type AuditEntry, type AuditQuery, type AuditStore } from '../ports/audit-store.ts';
import type { EventKind } from '../ports/invitation-store.ts';
import type { Schema } from './schema.ts';

export function auditQueries(db: Kysely<Schema>): AuditStore {
  const events = (teamId: string, { email }: AuditQuery) =>
    db
      .selectFrom('invitationEvent as event')
      .innerJoin('invitation', 'invitation.id', 'event.invitationId')
      .select(['event.at', 'event.id as sequence', 'event.actor', 'event.kind as act', 'event.detail'])
      .select((build) => [build.ref('invitation.email').as('email'), build.val('event').as('source')])
      .where('event.teamId', '=', teamId)
      .$if(email !== undefined, (query) => query.where('invitation.email', '=', email ?? ''))
      .$if(email === undefined, (query) => query.where('event.actor', 'not in', programParts));

  const entries = (teamId: string, { email }: AuditQuery) =>
    db
      .selectFrom('auditEntry')
      .select(['at', 'id as sequence', 'actor', 'verb as act', 'detail'])
      .select((build) => [build.fn.coalesce('email', build.val('')).as('email'), build.val('verb').as('source')])
      .where('teamId', '=', teamId)
      .$if(email !== undefined, (query) => query.where('email', '=', email ?? ''));

  return {
    async add(entry) {
      await db
        .insertInto('auditEntry')
        .values({ ...entry, email: entry.email ?? null, detail: entry.detail ?? null })
        .execute();
    },

    async page(teamId, { limit, offset, ...query }) {
      const rows = await events(teamId, query)
        .unionAll(entries(teamId, query))
        .orderBy('at', 'desc')
        .orderBy('source')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map(toEntry);
    },

    async count(teamId, query) {
      const { total } = await db
        .selectFrom(events(teamId, query).unionAll(entries(teamId, query)).as('acts'))
        .select((expression) => expression.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      return total;
    },
  };
}

interface AuditRow {
  at: number;
  actor: string;
  act: string;
  email: string;
  detail: string | null;
  source: string;
}

function toEntry({ at, actor, act, email, detail, source }: AuditRow): AuditEntry {
  return {
    at,
    actor,
    act: source === 'event' ? { event: act as EventKind } : { verb: act as AuditAct },
    email: email === '' ? undefined : email,
    detail: detail ?? undefined,
  };
}
