import { parseArgs } from 'node:util';
import type { UnfinishedState } from '../ports/delivery-store.ts';

export type JobsWords =
  | { does: 'list'; states: readonly UnfinishedState[]; asJson: boolean; team: string | undefined }
  | { does: 'retry'; id: string };

export const usage = 'Usage: kchat-invite jobs list [--state dead|ready] [--team NAME] [--json] | jobs retry ID';

/** @returns undefined for words that mean nothing here. */
export function readJobsWords(words: readonly string[]): JobsWords | undefined {
  const options = { state: { type: 'string' }, team: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [verb, id, ...rest] = positionals;
    const isPlain = Object.keys(values).length === 0;
    if (verb === 'retry' && id !== undefined && rest.length === 0 && isPlain) return { does: 'retry', id };
    const states = statesOf(values.state);
    if (verb !== 'list' || id !== undefined || !states) return undefined;
    return { does: 'list', states, asJson: values.json ?? false, team: values.team };
  } catch {
    return undefined;
  }
}

function statesOf(word: string | undefined): readonly UnfinishedState[] | undefined {
  if (word === undefined) return ['dead', 'ready'];
  return word === 'dead' || word === 'ready' ? [word] : undefined;
}
