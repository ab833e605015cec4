import type { FaultInput } from '../../sandbox/faults.ts';
import type { RequestRecord } from '../../sandbox/http/exchange.ts';
import { hitOf, infomaniakCalls, kchatCalls, privateAnswers, registrationCalls } from './calls.ts';

const hits = [...kchatCalls, ...Object.values(privateAnswers), ...infomaniakCalls, ...registrationCalls].map(hitOf);

/** Requests of the bot's that no list of calls has: nobody has thought of what happens when they fail. */
export function unlisted(requests: readonly RequestRecord[]): string[] {
  const ofBot = requests.filter(({ service, by }) => service === 'infomaniak' || by === 'euria-welcome');
  const isListed = (request: RequestRecord) => hits.some((hit) => isHit(hit, request));
  return ofBot.filter((request) => !isListed(request)).map(({ method, path }) => `${method} ${path}`);
}

function isHit(
  hit: Pick<FaultInput, 'service' | 'method' | 'path'>,
  { service, method, path }: RequestRecord,
): boolean {
  return hit.service === service && hit.method === method && new RegExp(hit.path ?? '').test(path);
}
