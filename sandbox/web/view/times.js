// Where the sandbox's people live: the bot, too, tells them times of there, wherever their player is.
const timeZone = 'Europe/Zurich';
const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'long', day: 'numeric', month: 'long' });

/** 14:05, from milliseconds. */
export function clockTime(at) {
  return clock.format(at);
}

/** Today, or Monday 23 November, from milliseconds. */
export function dayName(at) {
  return day.format(at) === day.format(Date.now()) ? 'Today' : day.format(at);
}

/** For a machine-readable `datetime` attribute. */
export function isoTime(at) {
  return new Date(at).toISOString();
}
