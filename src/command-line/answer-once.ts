import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../ports/clock.ts';
import type { Locale } from '../ports/provisioning.ts';
import { interactionTexts } from '../texts/interactions.ts';
import type { CommandCall } from './answer-command.ts';
import { reply, type Reply } from './reply.ts';
import { triggerMs } from './single-use.ts';

/** Whoever tries again because a connection broke does so within this time. Milliseconds. */
const againMs = 60_000;
/** An answer is a few thousand characters, a trigger that was used a few dozen. */
const mostAnswers = 500;
const mostTriggers = 20_000;

export interface AnswerOnceOptions {
  answer: (call: CommandCall) => Promise<Reply>;
  clock: Clock;
  /** For what is said to a request that was answered long ago. */
  locale: Locale;
}

/**
 * Each trigger gets one answer. The very same request within a minute gets it again, as a platform that heard nothing
 * would want; anything else under a trigger that was used is refused, as somebody who recorded a request would send it.
 */
export function answerOnce({ answer, clock, locale }: AnswerOnceOptions): (call: CommandCall) => Promise<Reply> {
  const answers = new LRUCache<string, Promise<Reply>>({
    max: mostAnswers,
    ttl: againMs,
    ttlResolution: 0,
    perf: clock,
  });
  const used = new LRUCache<string, true>({ max: mostTriggers, ttl: triggerMs, ttlResolution: 0, perf: clock });
  return (call) => {
    const { triggerId } = call;
    // Optional on kChat (kChat: section 4).
    if (triggerId === undefined || triggerId === '') return answer(call);
    const request = digest(Object.values(call));
    const first = answers.get(request);
    if (first) return first;
    const trigger = digest([triggerId]);
    if (used.has(trigger)) return Promise.resolve(reply(interactionTexts[locale].used));
    used.set(trigger, true);
    const answered = answer(call);
    answers.set(request, answered);
    return answered;
  };
}

/** Kept instead of what was typed. */
function digest(values: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(values), 'base64url');
}
