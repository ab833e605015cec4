/** How many people the notices tell of: each is one line, and the names that no longer fit are a number. */
export function announcedIn(notices: readonly string[]): number {
  const counts = notices.map((text) => {
    const [, many, one] = /(\d+) more people|(one) more person/.exec(text) ?? [];
    return (text.match(/\*\*[^*]+\*\*/g)?.length ?? 0) + (one ? 1 : Number(many ?? 0));
  });
  return counts.reduce((sum, people) => sum + people, 0);
}
