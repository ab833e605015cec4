const codes = /^#(refused|timeout|unreachable|no_database|bug|no_backup)((?::[\w-]+)*)$/;

/** The last error in a word or three, such as `refused kChat 404`. Whatever was written in words stays out. */
export function errorCode(lastError: string | undefined): string | undefined {
  if (lastError === undefined) return undefined;
  const [, code, facts = ''] = codes.exec(lastError) ?? [];
  return code === undefined ? 'other' : `${code}${facts.replaceAll(':', ' ')}`;
}
