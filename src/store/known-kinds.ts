import { sql } from 'kysely';
import type { DeliveryKind } from '../ports/delivery-store.ts';

/** Every kind there is; TypeScript misses one that is not here. */
const known: Readonly<Record<DeliveryKind, true>> = {
  provision: true,
  outcome: true,
  welcome: true,
  welcome_test: true,
  add_to_channel: true,
  notice: true,
  card: true,
  approval_card: true,
  request_end: true,
  group: true,
  import_file: true,
  import_run: true,
  import_card: true,
  import_report: true,
  import_news: true,
  import_end: true,
  inviter_message: true,
  dead_report: true,
  digest: true,
  revoke: true,
  stats_chart: true,
  export: true,
  retention: true,
  backup: true,
  absence: true,
  poll: true,
  roster: true,
  meet: true,
};

/**
 * SQL for the kinds that this program knows. During an update a newer one may owe others beside it, and only that one can
 * make them true. Written out, because they are always the same.
 */
export const knownKinds = sql<DeliveryKind>`(${sql.join(Object.keys(known).map((kind) => sql.lit(kind)))})`;
