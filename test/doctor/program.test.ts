import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/doctor/report.ts';
import { startProgram } from '../support/bot-process.ts';
import { openClinic } from './clinic.ts';

/** Scripts rely on these names and their order. */
const checks = [
  ...['configuration', 'database-folder', 'database', 'public-url', 'serving'],
  ...[
    'kchat',
    'kchat-clock',
    'bot-token',
    'team',
    'addresses',
    'administrators',
    'realtime',
    'notice-channels',
    'command',
  ],
  ...[
    'ephemeral-posts',
    'dialogs',
    'guests',
    'infomaniak',
    'infomaniak-clock',
    'infomaniak-token',
    'organization',
    'ai-tools',
    'seats',
  ],
];

describe('the program doctor', () => {
  it('prints one JSON document with --json and ends with 0 when nothing has to be mended', async () => {
    const { environment } = await openClinic();
    const program = startProgram(['doctor', '--json'], environment);
    expect(await program.exited).toBe(0);
    const report = JSON.parse(program.output()) as Report;
    expect(report.checks.map(({ check }) => check)).toEqual(checks);
    expect(Object.values(report.summary).reduce((sum, count) => sum + count)).toBe(checks.length);
  });

  it('prints a line for each check and ends with 1 when something has to be mended', async () => {
    const { environment } = await openClinic();
    const program = startProgram(['doctor'], { ...environment, INFOMANIAK_API_TOKEN: 'revoked' });
    expect(await program.exited).toBe(1);
    const lines = program.output().trimEnd().split('\n');
    expect(lines).toHaveLength(checks.length + 1);
    expect(lines.filter((line) => line.startsWith('failure '))).toEqual([
      expect.stringMatching(/^failure {2}infomaniak-token {2}Infomaniak does not accept .*Manager/),
    ]);
    expect(lines.at(-1)).toContain('1 to be mended');
  });

  it('prints neither secrets nor people', async () => {
    const { environment, sandbox } = await openClinic();
    const program = startProgram(['doctor'], { ...environment, KCHAT_ADMIN_TOKEN: sandbox.tokens.admin });
    expect(await program.exited).toBe(0);
    const { kchat } = sandbox.world;
    const people = [...kchat.people.values()].filter(({ is_bot }) => !is_bot);
    const hidden = [
      ...[environment.SECRET_KEY ?? '', sandbox.infomaniakToken, ...kchat.tokens.keys()],
      ...[...kchat.commands.values()].map(({ token }) => token),
      ...people.flatMap(({ email, username, last_name }) => [email, username, last_name]),
    ];
    for (const secret of hidden) expect(program.output()).not.toContain(secret);
  });

  it('knows no other words, and says which it knows', async () => {
    const program = startProgram(['doctor', '--yaml'], {});
    expect(await program.exited).toBe(2);
    expect(program.output()).toContain('doctor [--team NAME] [--json]');
  });
});
