import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind, JobKinds } from '../job-kind.ts';
import { addToChannelJob } from './add-to-channel.ts';
import { inviterMessageJob } from './inviter-message.ts';
import { noticeJob } from './notice.ts';
import { outcomeJob } from './outcome.ts';
import { provisionJob } from './provision.ts';
import { welcomeJob } from './welcome.ts';

/** Every kind of delivery; the poll is handed in, because it belongs to the arrivals. */
export function jobKinds(deps: Dependencies, poll: JobKind<'poll'>): JobKinds {
  return {
    provision: provisionJob(deps),
    outcome: outcomeJob(deps),
    welcome: welcomeJob(deps),
    add_to_channel: addToChannelJob(deps),
    notice: noticeJob(deps),
    inviter_message: inviterMessageJob(deps),
    poll,
  };
}
