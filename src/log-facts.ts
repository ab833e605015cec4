import type { Logger } from 'pino';
import type { Observe } from './ports/observe.ts';

/** Writes down what is observed, so that one invitation can be followed through the log by its id. */
export function logFacts(log: Logger): Observe {
  return (fact) => {
    switch (fact.happened) {
      case 'answer': {
        const { verb, by, outcome, durationMs } = fact;
        log.info({ verb, by, outcome, ms: Math.round(durationMs) }, 'answered');
        return;
      }
      case 'provider_request': {
        const { operation, status, durationMs } = fact;
        log.debug({ operation, status, ms: Math.round(durationMs) }, 'asked Infomaniak');
        return;
      }
      case 'invitation':
        log.info({ invitation: fact.invitation }, 'an invitation was requested');
        return;
      case 'acceptance':
        log.info({ invitation: fact.invitation }, 'an invitation was accepted');
        return;
      case 'arrival':
        log.info({ invitation: fact.invitation, as: fact.as }, 'somebody has arrived');
        return;
      case 'attempt':
      case 'reply':
        // The worker tells more about its attempts, and a reply to kChat is an answer.
        return;
    }
  };
}
