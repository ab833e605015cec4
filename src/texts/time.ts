/** Formats times for one reader: `23 Nov 2026, 14:05`, in their own time zone and with its name. */
export function timeFormatter(timeZone: string | undefined): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: isKnown(timeZone) ? timeZone : 'UTC',
    timeZoneName: 'short',
  });
  return (at) => format.format(at);
}

function isKnown(timeZone: string | undefined): timeZone is string {
  if (!timeZone) return false;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone });
    return true;
  } catch {
    return false;
  }
}
