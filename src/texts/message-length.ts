/** kChat refuses longer messages: it takes 4,000 characters unless set otherwise, and some room is left. */
export const maxMessageLength = 3_900;

/** As many of these lines, from the first on, as have room in so many characters. */
export function linesThatFit(lines: readonly string[], room: number): string[] {
  let left = room;
  const end = lines.findIndex((line) => (left -= line.length + 1) < 0);
  return lines.slice(0, end < 0 ? undefined : end);
}
