type UndefinedForNull<Row> = {
  [Key in keyof Row]: null extends Row[Key] ? Exclude<Row[Key], null> | undefined : Row[Key];
};

/** SQL's null becomes undefined at this border, so that the rest of the program knows one kind of nothing. */
export function undefinedForNull<Row extends object>(row: Row): UndefinedForNull<Row> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [key, value ?? undefined]),
  ) as UndefinedForNull<Row>;
}
