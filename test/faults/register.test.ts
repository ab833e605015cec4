import { expect, it, onTestFinished } from 'vitest';
import { startSandbox, type Sandbox } from '../../sandbox/start.ts';
import { isRemoteError } from '../../src/errors.ts';
import { createRegistrationClient } from '../../src/kchat/registration/client.ts';

import { register } from '../../src/kchat/registration/register.ts';
import { manifest } from '../kchat/registration/options.ts';
import { hitOf, registrationCalls } from './calls.ts';
import { faults } from './faults.ts';

/** One run of `npm run register`, by an administrator; nothing is stored by a run that fails. */
const run = ({ kchatUrl, tokens, teamName }: Sandbox) =>
  register({
    admin: createRegistrationClient({ url: kchatUrl, token: tokens.admin, timeoutMs: 300 }),
    team: teamName,
    publicUrl: 'http://127.0.0.1:1',
    manifest,
    noticeChannels: ['marketing'],
    stored: { commandTokenHashes: [] },
  });

it.for(Object.entries(faults))(
  'every call of the registration fails once by %s: run again, it ends as if nothing had been',
  async ([, fault]) => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const { kchat } = sandbox.world;
    const before = { bots: kchat.bots.size, commands: kchat.commands.size };
    for (const call of registrationCalls) sandbox.faults.add({ ...fault, ...hitOf(call), times: 1 });
    let report: Awaited<ReturnType<typeof register>> | undefined;
    const errors: unknown[] = [];
    while (!report && errors.length < 30) {
      report = await run(sandbox).catch((error: unknown) => {
        errors.push(error);
        return undefined;
      });
    }
    expect(errors.filter((error) => !isRemoteError(error))).toEqual([]);
    expect(sandbox.faults.unused()).toEqual([]);
    expect(report?.byHand).toEqual([]);
    expect([kchat.bots.size, kchat.commands.size]).toEqual([before.bots + 1, before.commands + 1]);
    expect(kchat.tokens.get(report?.botToken ?? '')).toBe(report?.botUserId);
    expect([...kchat.commands.values()].map(({ token }) => token)).toContain(report?.commands[0]?.token);
  },
);
