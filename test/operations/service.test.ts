import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { environmentSchema } from '../../src/config.ts';
import { drainSeconds, projectFile, readProjectFile } from './project-files.ts';

const text = await readProjectFile('docs/deploy/kchat-invite.service');
const guide = await readProjectFile('docs/running.md');
const script = await readProjectFile('docs/deploy/kchat-invite.sh');
const unit = new Map([...text.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));

describe('the systemd unit', () => {
  test('starts a file that exists, from the folder that the guide fills', async () => {
    const [, path = '', subcommand] =
      /^\/usr\/bin\/node \/opt\/kchat-invite\/(\S+) (\w+)$/.exec(unit.get('ExecStart') ?? '') ?? [];
    await access(projectFile(path));
    expect(subcommand).toBe('serve');
    expect(guide).toMatch(new RegExp(`cp --recursive .*\\b${path.split('/')[0] ?? ''}\\b.* /opt/kchat-invite/`));
  });

  test('reads the configuration that the guide installs, as the user that the guide creates', () => {
    expect(guide).toContain(` .env ${unit.get('EnvironmentFile') ?? '?'}\n`);
    expect(guide).toMatch(new RegExp(`useradd .* ${unit.get('User') ?? '?'}\n`));
    expect(unit.get('Group')).toBe(unit.get('User'));
  });

  test('works in its state folder, where the default database lies', () => {
    const folder = unit.get('WorkingDirectory') ?? '?';
    expect(folder).toBe(`/var/lib/${unit.get('StateDirectory') ?? '?'}`);
    const database = environmentSchema.shape.DATABASE_URL.parse(undefined).replace('file:./', '');
    expect(guide).toContain(`\`${folder}/${database}\``);
  });

  test('is what subcommands are run like', () => {
    const [program = '?'] = unit.get('ExecStart')?.split(' serve') ?? [];
    expect(script).toContain(`runuser -u ${unit.get('User') ?? '?'} -- `);
    expect(script).toContain(`. ${unit.get('EnvironmentFile') ?? '?'};`);
    expect(script).toContain(`cd ${unit.get('WorkingDirectory') ?? '?'}\n`);
    expect(script).toContain(`exec ${program} "$@"`);
    expect(guide).toContain('docs/deploy/kchat-invite.sh /usr/local/sbin/kchat-invite\n');
  });

  test('starts it again after a crash, and not where a person is needed', () => {
    expect(unit.get('Restart')).toBe('on-failure');
    expect(unit.get('RestartPreventExitStatus')).toBe('2 3');
  });

  test('stops it with SIGTERM and waits longer than running deliveries may take', async () => {
    expect(unit.get('KillSignal')).toBe('SIGTERM');
    expect(Number(unit.get('TimeoutStopSec'))).toBeGreaterThan(await drainSeconds());
  });

  test('leaves it no right and nothing to write to but its own folder', () => {
    expect(unit.get('CapabilityBoundingSet')).toBe('');
    expect(unit.get('ProtectSystem')).toBe('strict');
    expect(unit.get('NoNewPrivileges')).toBe('yes');
    expect(unit.has('ReadWritePaths')).toBe(false);
    // The JavaScript engine would not start under it.
    expect(unit.has('MemoryDenyWriteExecute')).toBe(false);
  });
});
