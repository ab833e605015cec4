import type { Migration } from '../migrate.ts';
import { initial } from './0001-initial.ts';
import { tickets } from './0002-tickets.ts';
import { welcomeTexts } from './0005-welcome-texts.ts';
import { records } from './0006-records.ts';
import { renewalsAndCards } from './0009-renewals-and-cards.ts';
import { requests } from './0010-requests.ts';
import { imports } from './0011-imports.ts';
import { newcomerChannels } from './0012-newcomer-channels.ts';
import { guests } from './0013-guests.ts';
import { spentBudget } from './0014-spent-budget.ts';
import { erasure } from './0015-erasure.ts';
import { asks } from './0017-asks.ts';
import { watching } from './0020-watching.ts';
import { endedDeliveries } from './0021-ended-deliveries.ts';
import { importEndings } from './0023-import-endings.ts';
import { importNews } from './0024-import-news.ts';
import { dueInTeams } from './0025-due-in-teams.ts';
import { newestOfAddress } from './0026-newest-of-address.ts';
import { oneRunning } from './0027-one-running.ts';
import { providerPause } from './0028-provider-pause.ts';

/** In order; only ever appended to. */
export const migrations: readonly Migration[] = [
  initial,
  tickets,
  welcomeTexts,
  records,
  renewalsAndCards,
  requests,
  imports,
  newcomerChannels,
  guests,
  spentBudget,
  erasure,
  asks,
  watching,
  endedDeliveries,
  importEndings,
  importNews,
  dueInTeams,
  newestOfAddress,
  oneRunning,
  providerPause,
];
