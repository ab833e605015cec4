import { createHmac, randomUUID } from 'node:crypto';
import { benchToken } from './bench-token.ts';
import type { Target } from './load.ts';

export interface Typist {
  token: string;
  teamId: string;
  channelId: string;
  userId: string;
}

/** The form that kChat sends when somebody types. */
export function commandForm({ token, teamId, channelId, userId }: Typist, text: string): string {
  return new URLSearchParams({
    ...{ token, text, command: '/kinvite' },
    ...{ team_id: teamId, team_domain: 'acme', channel_id: channelId, channel_name: 'town-square' },
    ...{ user_id: userId, user_name: 'pat.keller', trigger_id: randomUUID() },
  }).toString();
}

export function commandTarget(name: string, url: string, typist: Typist, text: () => string): Target {
  return { name, url: `${url}/kchat/command`, headers: {}, body: () => commandForm(typist, text()) };
}

/** Slack's signature over one constant body; good for five minutes. */
export function boltTarget(url: string, typist: Typist, text: string): Target {
  const body = commandForm(typist, text);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', benchToken).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` };
  return { name: 'Bolt', url: `${url}/kchat/command`, headers, body: () => body };
}
