/** What is used of the packages that only the bench has, so that the checks of the product need none of them. */
declare module 'autocannon' {
  export interface Request {
    body?: string;
    [name: string]: unknown;
  }
  export interface Options {
    url: string;
    method: 'POST';
    connections: number;
    /** Seconds. */
    duration: number;
    headers: Record<string, string>;
    requests: { setupRequest: (request: Request) => Request }[];
  }
  export interface Result {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    errors: number;
    non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}

declare module '@slack/bolt' {
  interface CommandArguments {
    ack(text: string): Promise<void>;
  }
  type Receiver = object;
  export const HTTPReceiver: new (options: { signingSecret: string; endpoints: string; logLevel: 'error' }) => Receiver;
  export class App {
    constructor(options: {
      receiver: Receiver;
      logLevel: 'error';
      authorize: () => Promise<{ botToken: string; botId: string; botUserId: string }>;
    });
    command(name: string, listener: (args: CommandArguments) => Promise<void>): void;
    start(options: { port: number; host: string }): Promise<unknown>;
  }
}
