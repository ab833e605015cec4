import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKinds } from '../job-kind.ts';
import { absenceJob } from './absence.ts';
import { addToChannelJob } from './add-to-channel.ts';
import { approvalCardJob } from './approval-card.ts';
import { backupJob } from './backup.ts';
import { cardJob } from './card.ts';
import { deadReportJob } from './dead-report.ts';
import { digestJob } from './digest.ts';
import { exportJob } from './export.ts';
import { groupJob } from './group.ts';
import { importCardJob } from './import-card.ts';
import { importEndJob } from './import-end.ts';
import { importFileJob } from './import-file.ts';
import { importNewsJob } from './import-news.ts';
import { importReportJob } from './import-report.ts';
import { importRunJob } from './import-run.ts';
import { inviterMessageJob } from './inviter-message.ts';
import { lookJobs, type Looks } from './looks.ts';
import { noticeJob } from './notice.ts';
import { outcomeJob } from './outcome.ts';
import { provisionJob } from './provision.ts';
import { retentionJob } from './retention.ts';
import { requestEndJob } from './request-end.ts';
import { revokeJob } from './revoke.ts';
import { statsChartJob } from './stats-chart.ts';
import { welcomeTestJob } from './welcome-test.ts';
import { welcomeJob } from './welcome.ts';

/** Every kind of delivery; the looks are handed in. */
export function jobKinds(deps: Dependencies, looks: Looks): JobKinds {
  return {
    provision: provisionJob(deps),
    outcome: outcomeJob(deps),
    welcome: welcomeJob(deps),
    welcome_test: welcomeTestJob(deps),
    add_to_channel: addToChannelJob(deps),
    notice: noticeJob(deps),
    inviter_message: inviterMessageJob(deps),
    approval_card: approvalCardJob(deps),
    request_end: requestEndJob(deps),
    group: groupJob(deps),
    import_file: importFileJob(deps),
    import_run: importRunJob(deps),
    import_card: importCardJob(deps),
    import_report: importReportJob(deps),
    import_news: importNewsJob(deps),
    import_end: importEndJob(deps),
    card: cardJob(deps),
    backup: backupJob(deps),
    dead_report: deadReportJob(deps),
    digest: digestJob(deps),
    revoke: revokeJob(deps),
    stats_chart: statsChartJob(deps),
    export: exportJob(deps),
    retention: retentionJob(deps),
    absence: absenceJob(deps),
    ...lookJobs(looks),
  };
}
