/**
 * Does some work under ids of our own, such as a delivery's: whatever is written down meanwhile carries them, however
 * deep in the work it arises. Inner ids are added to outer ones.
 */
export type Within = <T>(ids: Readonly<Record<string, string | number | undefined>>, work: () => T) => T;
