/** Told of what is odd but can be lived with. Neither argument ever holds an e-mail address, a link or a token. */
export type OnWarning = (message: string, details: Record<string, unknown>) => void;
