import type { GatheredMessageKind } from './delivery-store.ts';
import type { Invitation } from './invitation-store.ts';

/** What became of somebody of an import, and is to be told together with what became of others. */
export interface ImportNews {
  teamId: string;
  importId: string;
  message: GatheredMessageKind;
  invitationId: string;
  /** In milliseconds. */
  dueAt: number;
}

/** Each piece of news waits until a delivery takes it, and is gone when that has told it. */
export interface ImportNewsStore {
  /** What was to be told of the same person at another time is replaced. */
  add(news: ImportNews): Promise<void>;
  /**
   * A delivery takes what nobody tells yet and is due before `until`.
   * @param deliveryId whose they are from now on.
   */
  take(news: Pick<ImportNews, 'teamId' | 'importId' | 'message'>, deliveryId: string, until: number): Promise<void>;
  /** Of whom a delivery is to tell, as their invitations stand now, by their addresses. */
  taken(teamId: string, deliveryId: string): Promise<Invitation[]>;
  /** What this delivery has taken is told. */
  end(teamId: string, deliveryId: string): Promise<void>;
}
