import type { Kysely } from 'kysely';
import type { StoreQueries } from '../ports/store.ts';
import { auditQueries } from './audit-queries.ts';
import { budgetQueries } from './budget-queries.ts';
import { deliveryQueries } from './delivery-queries.ts';
import { importNewsQueries } from './import-news-queries.ts';
import { importQueries } from './import-queries.ts';
import { invitationQueries } from './invitation-queries.ts';
import { newcomerChannelQueries } from './newcomer-channel-queries.ts';
import { noticeQueries } from './notice-queries.ts';
import { peopleQueries } from './people-queries.ts';
import { registrationQueries } from './registration-queries.ts';
import { retentionQueries } from './retention-queries.ts';
import type { Schema } from './schema.ts';
import { statisticsQueries } from './statistics-queries.ts';
import { ticketQueries } from './ticket-queries.ts';
import { welcomeQueries } from './welcome-queries.ts';

/** The queries over a connection or a transaction; building them costs nothing, so each transaction gets its own. */
export function createQueries(db: Kysely<Schema>): StoreQueries {
  return {
    invitations: invitationQueries(db),
    imports: importQueries(db),
    importNews: importNewsQueries(db),
    deliveries: deliveryQueries(db),
    people: peopleQueries(db),
    newcomerChannels: newcomerChannelQueries(db),
    notices: noticeQueries(db),
    registrations: registrationQueries(db),
    tickets: ticketQueries(db),
    welcomes: welcomeQueries(db),
    audit: auditQueries(db),
    budget: budgetQueries(db),
    retention: retentionQueries(db),
    statistics: statisticsQueries(db),
  };
}
