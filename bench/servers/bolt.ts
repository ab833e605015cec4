/** Bolt for JavaScript acknowledging the same command, its signature checked as it does by default. Port: first argument. */
import { App, HTTPReceiver } from '@slack/bolt';
import { benchToken } from '../support/bench-token.ts';

const receiver = new HTTPReceiver({ signingSecret: benchToken, endpoints: '/kchat/command', logLevel: 'error' });
const app = new App({
  receiver,
  logLevel: 'error',
  authorize: () => Promise.resolve({ botToken: 'none', botId: 'B1', botUserId: 'U1' }),
});
app.command('/kinvite', async (heard) => heard.ack('Received'));
await app.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
process.stdout.write('listening\n');
