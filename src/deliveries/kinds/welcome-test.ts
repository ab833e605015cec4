import { composeWelcome } from '../../invitations/compose-welcome.ts';
import type { Dependencies } from '../../invitations/dependencies.ts';
import type { JobKind } from '../job-kind.ts';
import { keptMessage } from '../kept-message.ts';
import { postOnce } from '../post-once.ts';
import { hastyRetry } from '../retry-rule.ts';

/** A welcome to look at, for whoever asked. Nothing is recorded and nothing follows from it. */
export function welcomeTestJob(deps: Dependencies): JobKind<'welcome_test'> {
  const { chat } = deps;
  return {
    retry: hastyRetry,
    async run(delivery) {
      const { part, userId, ...example } = delivery.payload;
      const message = await keptMessage(deps.store, delivery, () => composeWelcome(deps, part, example));
      if (message === undefined) return { result: 'nothing to show' };
      return { result: await postOnce(chat, delivery, await chat.directChannel(userId), message) };
    },
  };
}
