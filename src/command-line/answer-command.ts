import { z } from 'zod';
import { isRemoteError, UserError } from '../errors.ts';
import type { CallerLookup } from '../invitations/caller.ts';
import type { Dependencies } from '../invitations/dependencies.ts';
import type { Form } from '../ports/card.ts';
import type { Chat } from '../ports/chat.ts';
import { parseLocale } from '../texts/locale.ts';
import { mistakeTexts } from '../texts/mistakes.ts';
import { plain } from '../texts/plain.ts';
import type { Registry } from './command.ts';
import { dispatch } from './dispatch.ts';
import { reply, type Reply } from './reply.ts';

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
  findCaller: CallerLookup['find'];
  attempted: (dedupeKey: string, ms: number) => Promise<void>;
}

/** kChat shows a command as failed when its reply takes longer than about 3 s; the way there needs some of it. */
const replyWithinMs = 2_700;

/** Turns a call into a reply: who calls, what they want, and the answer in time. A person's mistake is a reply too. */
export function createAnswerer({ deps, registry, findCaller, attempted }: AnswererOptions) {
  return async (call: CommandCall): Promise<Reply> => {
    const { clock, settings } = deps;
    const trigger = call.command.replace(/^\//, '');
    let locale = settings.defaultLocale;
    const deadline = clock.now() + replyWithinMs;
    if (call.teamId !== settings.team.id) {
      return reply(mistakeTexts[locale].otherTeam(plain(settings.team.displayName)));
    }
    try {
      const caller = await findCaller(call.userId);
      locale = parseLocale(caller.user.locale) ?? locale;
      return await dispatch(registry, call.text, {
        ...deps,
        caller,
        locale,
        registry,
        deadline,
        replyTo: { channelId: call.channelId, responseUrl: call.responseUrl, trigger },
        openForm: (form) => openForm(deps.chat, call.triggerId, form),
        attempted: (dedupeKey, until) => attempted(dedupeKey, until - clock.now()),
      });
    } catch (error) {
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
