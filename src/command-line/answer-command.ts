import { z } from 'zod';
import { isRemoteError, UserError } from '../errors.ts';
import type { CallerLookup } from '../invitations/caller.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import { replyMs } from '../invitations/first-within.ts';
import type { Form } from '../ports/card.ts';
import type { CallLimits } from '../ports/call-limits.ts';
import type { Chat } from '../ports/chat.ts';
import { localeOf } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { plain } from '../texts/plain.ts';
import type { Registry } from './command.ts';
import { dispatch, readInvocation } from './dispatch.ts';
import { refuseHaste } from './refuse-haste.ts';
import { reply, type Reply } from './reply.ts';
import { singleUse } from './single-use.ts';
import { outcomeOf, watchAnswer } from './watch-answer.ts';

/** A command as it arrived, free of HTTP. */
export interface CommandCall {
  teamId: string;
  channelId: string;
  userId: string;
  /** With the slash, as it was typed. */
  command: string;
  text: string;
  responseUrl: string | undefined;
  /** What a dialog can be opened with, for a few seconds. */
  triggerId: string | undefined;
}

export interface AnswererOptions {
  deps: Dependencies;
  registry: Registry;
  callers: Pick<CallerLookup, 'find'>;
  limits: CallLimits;
  attempted: (dedupeKey: string, ms: number) => Promise<void>;
}

/** Turns a call into a reply: who calls, what they want, and the answer in time. A person's mistake is a reply too. */
export function createAnswerer({ deps, registry, callers, limits, attempted }: AnswererOptions) {
  return async (call: CommandCall): Promise<Reply> => {
    const { clock, settings } = deps;
    const trigger = triggerOf(call.command) ?? settings.trigger;
    let locale = settings.defaultLocale;
    const deadline = clock.now() + replyMs;
    const watched = watchAnswer(deps.observe, 'command');
    try {
      if (call.teamId !== settings.team.id) {
        throw new UserError((reader) => mistakeTexts[reader].otherTeam(plain(settings.team.displayName)));
      }
      const waitMs = await limits.take(call.userId);
      const caller = await callers.find(call.userId);
      locale = localeOf(caller.user.locale, locale);
      refuseHaste(waitMs);
      const invocation = readInvocation(registry, call.text, trigger);
      watched.verb = invocation.command.verb;
      const answer = await dispatch(invocation, call.text, {
        ...deps,
        store: call.triggerId ? singleUse(deps.store, clock, { teamId: call.teamId, id: call.triggerId }) : deps.store,
        caller,
        locale,
        registry,
        deadline,
        msLeft: () => deadline - clock.now(),
        replyTo: { channelId: call.channelId, responseUrl: call.responseUrl, trigger },
        openForm: (form) => openForm(deps.chat, call.triggerId, form),
        attempted: (dedupeKey, until) => attempted(dedupeKey, until - clock.now()),
      });
      watched.ended('answered');
      return answer;
    } catch (error) {
      watched.ended(outcomeOf(error));
      if (error instanceof UserError) return reply(error.say(locale, trigger));
      if (error instanceof z.ZodError) return reply(error.issues.map((issue) => issue.message).join('\n'));
      throw error;
    }
  };
}

/** A platform that has no dialogs says so with an error; the caller gets help in words instead. */
async function openForm(chat: Chat, triggerId: string | undefined, form: Form): Promise<boolean> {
  if (triggerId === undefined) return false;
  try {
    await chat.openForm(triggerId, form);
    return true;
  } catch (error) {
    if (!isRemoteError(error)) throw error;
    return false;
  }
}

/** The word after the slash, which texts repeat; what no command can be called is none. */
function triggerOf(command: string): string | undefined {
  return /^\/?([\p{L}\p{N}._-]{1,128})$/u.exec(command)?.[1];
}
