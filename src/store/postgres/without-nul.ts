/** PostgreSQL's text holds every character but this one, which nobody can see and SQLite keeps. */
export function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
