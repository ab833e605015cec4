/** What must fit together among the teams of one process. */
export interface ComparedTeam {
  KCHAT_TEAM: string;
  KCHAT_COMMAND_TOKENS: readonly string[];
  INFOMANIAK_API_URL: string;
  INFOMANIAK_API_TOKEN?: string | undefined;
  INFOMANIAK_ACCOUNT_ID?: number | undefined;
  INFOMANIAK_RATE_PER_MINUTE: number;
}

/** Says what two teams may not have in common, or have to; a sentence for each thing. */
export function compareTeams(teams: readonly ComparedTeam[]): string[] {
  const pairs = teams.flatMap((one, index) => teams.slice(0, index).map((other) => [other, one] as const));
  return pairs.flatMap(([one, other]) => compare(one, other));
}

function compare(one: ComparedTeam, other: ComparedTeam): string[] {
  if (one.KCHAT_TEAM === other.KCHAT_TEAM) return [`TEAMS_FILE: two entries are the team ${one.KCHAT_TEAM}; keep one.`];
  const both = `TEAMS_FILE: the teams ${one.KCHAT_TEAM} and ${other.KCHAT_TEAM}`;
  const sharesToken = sharesBudget(one, other);
  return [
    one.KCHAT_COMMAND_TOKENS.some((token) => other.KCHAT_COMMAND_TOKENS.includes(token)) &&
      `${both} have a token in KCHAT_COMMAND_TOKENS in common; each needs its own.`,
    isSameOrganization(one, other) &&
      !sharesToken &&
      `${both} are of one organization and share its requests a minute; give both the same INFOMANIAK_API_TOKEN.`,
    sharesToken &&
      one.INFOMANIAK_RATE_PER_MINUTE !== other.INFOMANIAK_RATE_PER_MINUTE &&
      `${both} share the requests a minute of one token; give both the same INFOMANIAK_RATE_PER_MINUTE.`,
  ].filter((problem) => problem !== false);
}

function isSameOrganization(one: ComparedTeam, other: ComparedTeam): boolean {
  const hasTokens = one.INFOMANIAK_API_TOKEN !== undefined && other.INFOMANIAK_API_TOKEN !== undefined;
  const isSameProvider = one.INFOMANIAK_API_URL === other.INFOMANIAK_API_URL;
  const { INFOMANIAK_ACCOUNT_ID: id } = one;
  return hasTokens && isSameProvider && id !== undefined && id === other.INFOMANIAK_ACCOUNT_ID;
}

/** Infomaniak counts requests by token, as far as is known: whoever has the same one has one budget. */
export function sharesBudget(
  one: Pick<ComparedTeam, 'INFOMANIAK_API_URL' | 'INFOMANIAK_API_TOKEN'>,
  other: Pick<ComparedTeam, 'INFOMANIAK_API_URL' | 'INFOMANIAK_API_TOKEN'>,
): boolean {
  return (
    one.INFOMANIAK_API_TOKEN !== undefined &&
    one.INFOMANIAK_API_TOKEN === other.INFOMANIAK_API_TOKEN &&
    one.INFOMANIAK_API_URL === other.INFOMANIAK_API_URL
  );
}
