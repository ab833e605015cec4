import { UserError } from '../errors.ts';

/**
 * All teams, or the one that `--team` names.
 * @throws UserError when there is none of that name.
 */
export function chooseTeams<One extends { KCHAT_TEAM: string }>(
  configs: readonly One[],
  name: string | undefined,
): readonly One[] {
  const chosen = configs.filter(({ KCHAT_TEAM }) => name === undefined || KCHAT_TEAM === name.toLowerCase());
  if (chosen.length > 0) return chosen;
  const known = configs.map(({ KCHAT_TEAM }) => KCHAT_TEAM).join(', ');
  throw new UserError(`There is no team ${name ?? ''} in the configuration; it has ${known}.`);
}
