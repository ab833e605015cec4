import type { Logger } from 'pino';
import { commands } from '../commands/index.ts';
import type { Answering } from './answering.ts';
import { createCallLimits } from './call-limits.ts';
import { createAnswerer } from './command-line/answer-command.ts';
import { createFormAnswerer } from './command-line/answer-form.ts';
import { answerOnce } from './command-line/answer-once.ts';
import { createPressAnswerer } from './command-line/answer-press.ts';
import { createRegistry } from './command-line/registry.ts';
import { whileAwaited } from './command-line/while-awaited.ts';
import type { ServeConfig } from './config.ts';
import type { CallerLookup } from './invitations/caller.ts';
import type { Dependencies } from './invitations/dependencies.ts';
import type { Store } from './ports/store.ts';

export interface AnswerTeamOptions {
  config: ServeConfig;
  deps: Dependencies;
  callers: CallerLookup;
  /** Resolves after the next attempt at a delivery, or after so many milliseconds. */
  attempted: (dedupeKey: string, ms: number) => Promise<void>;
  /** Something was written that may be due. */
  wake: () => void;
  log: Logger;
}

/** What answers commands, buttons and forms of one team; its limits and what it remembers are no other team's. */
export function answerTeam(options: AnswerTeamOptions): Pick<Answering, 'answer' | 'press' | 'submit'> {
  const { config, deps, callers, attempted, wake, log } = options;
  const redeeming = {
    deps: { ...deps, store: wakeAfterWrites(whileAwaited(deps.store, deps.clock), wake) },
    registry: createRegistry(commands),
    callers,
    limits: createCallLimits(config.COMMANDS_PER_MINUTE),
  };
  const answer = createAnswerer({ ...redeeming, attempted });
  return {
    answer: answerOnce({ answer, clock: deps.clock, locale: config.DEFAULT_LOCALE }),
    press: createPressAnswerer(redeeming),
    submit: createFormAnswerer({ ...redeeming, log }),
  };
}

/** A command's writes are worth acting on at once: its reply waits for them. */
function wakeAfterWrites(store: Store, wake: () => void): Store {
  return {
    ...store,
    transaction: async (work) => {
      const result = await store.transaction(work);
      wake();
      return result;
    },
  };
}
