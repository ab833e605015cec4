/** What a command answers. Always shown to the caller alone. */
export interface Reply {
  text: string;
}

export function reply(...paragraphs: (string | undefined | false)[]): Reply {
  return { text: paragraphs.filter(Boolean).join('\n\n') };
}
