type UndefinedForNull<Row> = {
  [Key in keyof Row]: null extends Row[Key] ? Exclude<Row[Key], null> | undefined : Row[Key];
};

/** SQL's null becomes undefined at this border, so that the rest of the program knows one kind of nothing. */
export function undefinedForNull<Row extends object>(row: Row): UndefinedForNull<Row> {
  const copy = { ...row } as Record<string, unknown>;
  for (const [key, value] of Object.entries(copy)) if (value === null) copy[key] = undefined;
  return copy as UndefinedForNull<Row>;
}
