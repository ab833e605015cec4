/**
 * A remark is stored now and told later, in the language of whoever reads it: a code and its facts, `#refused:kChat:403`.
 * Several stand on a line each; a line without a code is told as it is, such as the provider's own words.
 */
export const remarkCodes = [
  'refused',
  'timeout',
  'unreachable',
  'incomplete',
  'no_database',
  'bug',
  'no_backup',
  'left_nothing',
  'left_found',
  'left_creating',
  'left_undoing',
  'left_invitation',
  'accepted_without_seat',
  'ended_without_seat',
  'removed',
  'gone',
  'no_work_team',
  'guest_limit',
  'doing_welcome',
  'doing_notice',
  'doing_revocation',
  'doing_channel',
  'doing_request',
  'doing_renewal',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

export function remark(code: RemarkCode, ...facts: (string | number)[]): string {
  return [`#${code}`, ...facts.map((fact) => String(fact).replace(/[:\n]/g, ' '))].join(':');
}
