/** Longest message, in characters. */
export const maxPostSize = 16_383;
