import { Counter, Histogram, type Registry } from 'prom-client';
import type { Fact, Observe } from '../ports/observe.ts';

/** In seconds. kChat shows a command as failed when its reply takes longer than about three. */
export const replySeconds = [0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3, 5, 10];
const requestSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const hour = 3_600;
const day = 24 * hour;
const acceptanceSeconds = [hour / 6, hour, 4 * hour, 12 * hour, day, 2 * day, 4 * day, 7 * day, 14 * day, 30 * day];

/** Counts what happens in each team. Labels take their values from closed sets, so that their number stays small. */
export function countFacts(registry: Registry): (team: string) => Observe {
  const registers = [registry];
  const commands = new Counter({
    name: 'kchat_invite_commands_total',
    help: 'Commands, buttons and forms that were answered, by verb and outcome.',
    labelNames: ['team', 'verb', 'by', 'outcome'],
    registers,
  });
  const commandSeconds = new Histogram({
    name: 'kchat_invite_command_duration_seconds',
    help: 'How long answers to commands, buttons and forms took to make.',
    labelNames: ['team', 'verb', 'by'],
    buckets: replySeconds,
    registers,
  });
  const attempts = new Counter({
    name: 'kchat_invite_delivery_attempts_total',
    help: 'Attempts to make true what is owed, by how each ended.',
    labelNames: ['team', 'kind', 'outcome'],
    registers,
  });
  const attemptSeconds = new Histogram({
    name: 'kchat_invite_delivery_attempt_duration_seconds',
    help: 'How long attempts took.',
    labelNames: ['team', 'kind'],
    buckets: requestSeconds,
    registers,
  });
  const providerRequests = new Counter({
    name: 'kchat_invite_provider_requests_total',
    help: 'Requests to Infomaniak, by what came of them.',
    labelNames: ['team', 'operation', 'outcome'],
    registers,
  });
  const providerSeconds = new Histogram({
    name: 'kchat_invite_provider_request_duration_seconds',
    help: 'From sending a request to Infomaniak to the end of its answer.',
    labelNames: ['team'],
    buckets: requestSeconds,
    registers,
  });
  const invitations = new Counter({
    name: 'kchat_invite_invitations_total',
    help: 'Invitations that were asked for.',
    labelNames: ['team'],
    registers,
  });
  const arrivals = new Counter({
    name: 'kchat_invite_arrivals_total',
    help: 'People who were seen in kChat for the first time, by how they came.',
    labelNames: ['team', 'as'],
    registers,
  });
  const acceptances = new Histogram({
    name: 'kchat_invite_time_to_accept_seconds',
    help: 'From the request of an invitation to its acceptance.',
    labelNames: ['team'],
    buckets: acceptanceSeconds,
    registers,
  });

  return (team) => {
    // What has not happened yet is told as well: a counter that was not there before has no increase.
    invitations.inc({ team }, 0);
    acceptances.zero({ team });
    return (fact) => {
      count(team, fact);
    };
  };

  function count(team: string, fact: Fact): void {
    switch (fact.happened) {
      case 'answer': {
        const { verb, by, outcome } = fact;
        commands.inc({ team, verb, by, outcome });
        commandSeconds.observe({ team, verb, by }, fact.durationMs / 1_000);
        return;
      }
      case 'reply':
        // Of no team (count-replies.ts).
        return;
      case 'attempt':
        attempts.inc({ team, kind: fact.kind, outcome: fact.outcome });
        attemptSeconds.observe({ team, kind: fact.kind }, fact.durationMs / 1_000);
        return;
      case 'provider_request':
        providerRequests.inc({ team, operation: fact.operation, outcome: requestOutcome(fact) });
        providerSeconds.observe({ team }, fact.durationMs / 1_000);
        return;
      case 'invitation':
        invitations.inc({ team });
        return;
      case 'acceptance':
        acceptances.observe({ team }, fact.afterMs / 1_000);
        return;
      case 'arrival':
        arrivals.inc({ team, as: fact.as });
        return;
    }
  }
}

function requestOutcome({ status }: Extract<Fact, { happened: 'provider_request' }>): string {
  if (status === undefined) return 'silent';
  if (status === 429) return 'rate_limited';
  if (status >= 500) return 'failed';
  return status >= 300 ? 'refused' : 'answered';
}
