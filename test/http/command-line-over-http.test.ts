import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { createCallLimits } from '../../src/call-limits.ts';
import { createAnswerer } from '../../src/command-line/answer-command.ts';
import { createRegistry } from '../../src/command-line/registry.ts';
import { createCallerLookup } from '../../src/invitations/caller.ts';
import { openWorld } from '../support/fake-world.ts';
import { form, postForm, startHttp } from './start-http.ts';

test.each(['lsit', 'invite', 'jane@acme Jane Doe', '', '\u0000', 'list 0'])(
  'a person’s mistake is a helpful answer, not an error of HTTP: %j',
  async (text) => {
    const { deps, chat, clock } = await openWorld({ extraAdministrators: ['pat'] });
    const answer = createAnswerer({
      deps,
      registry: createRegistry(commands),
      callers: createCallerLookup(chat, deps.settings, clock),
      limits: createCallLimits(0),
      attempted: () => Promise.resolve(),
    });
    const http = await startHttp({ answer });
    const response = await postForm(http, { ...form, team_id: deps.settings.team.id, user_id: 'pat', text });
    expect(response.status).toBe(200);
    await expect(response.json()).resolves.toMatchObject({ text: expect.stringMatching(/\S{2}/) as string });
    expect(http.logLines).toEqual([]);
  },
);
