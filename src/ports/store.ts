import type { AuditStore } from './audit-store.ts';
import type { BudgetStore } from './budget-store.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { ImportNewsStore } from './import-news-store.ts';
import type { ImportStore } from './import-store.ts';
import type { InvitationStore } from './invitation-store.ts';
import type { NewcomerChannelStore } from './newcomer-channel-store.ts';
import type { NoticeStore } from './notice-store.ts';
import type { PeopleStore } from './people-store.ts';
import type { RegistrationStore } from './registration-store.ts';
import type { RetentionStore } from './retention-store.ts';
import type { StatisticsStore } from './statistics-store.ts';
import type { TicketStore } from './tickets.ts';
import type { WelcomeStore } from './welcome-store.ts';

/** The database. Every query names its team; rows of different teams never meet. */
export interface Store extends StoreQueries {
  /** All or nothing: a state change and what it owes are written by one call. */
  transaction<T>(work: (queries: StoreQueries) => Promise<T>): Promise<T>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The database of several teams. */
export interface TeamsStore extends Store {
  /** The same for one team, whose transactions wait for no other team's. */
  forTeam(teamId: string): Store;
}

export interface StoreQueries {
  invitations: InvitationStore;
  imports: ImportStore;
  importNews: ImportNewsStore;
  deliveries: DeliveryStore;
  people: PeopleStore;
  newcomerChannels: NewcomerChannelStore;
  notices: NoticeStore;
  registrations: RegistrationStore;
  tickets: TicketStore;
  welcomes: WelcomeStore;
  audit: AuditStore;
  budget: BudgetStore;
  retention: RetentionStore;
  statistics: StatisticsStore;
}
