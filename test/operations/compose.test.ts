import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { environmentSchema } from '../../src/config.ts';
import { lastStage, readDockerfile, theOne } from './dockerfile.ts';
import { drainSeconds, projectFile, readProjectFile } from './project-files.ts';

const compose = await readProjectFile('compose.yaml');
const found = (pattern: RegExp) => [...compose.matchAll(pattern)].map(([, first = '']) => first);

describe('compose.yaml', () => {
  test('sets only variables that are read, by the bot or by the Caddyfile', async () => {
    const caddyfile = await readProjectFile('docs/deploy/Caddyfile');
    const names = found(/^ {6}([A-Z_]+): /gm);
    expect(names).toContain('HOST');
    for (const name of names) {
      const isRead = name.replace(/_FILE$/, '') in environmentSchema.shape || caddyfile.includes(`{$${name}`);
      expect(isRead, name).toBe(true);
    }
  });

  test('hands secrets over as files that it declares and the guide makes', async () => {
    const guide = await readProjectFile('docs/running.md');
    const paths = found(/_FILE: (.+)$/gm);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const name = path.replace('/run/secrets/', '');
      expect(compose).toContain(`${name.toUpperCase()}_FILE: ${path}\n`);
      expect(compose).toContain(`      - ${name}\n`);
      expect(compose).toContain(`  ${name}:\n    file: ./secrets/${name}\n`);
      expect(guide).toContain(`> secrets/${name}\n`);
    }
  });

  test('mounts only what exists', async () => {
    const mounted = found(/- \.\/([^:]+):/g);
    expect(mounted).toEqual(['docs/deploy/Caddyfile']);
    for (const path of mounted) await access(projectFile(path));
  });

  test('keeps the database in the volume of the image', async () => {
    const image = lastStage(await readDockerfile());
    expect(compose).toContain(`- data:${theOne(image, 'VOLUME')}\n`);
    const [url = ''] = found(/DATABASE_URL: (.+)$/gm);
    expect(theOne(image, 'ENV')).toContain(`DATABASE_URL=${url}`);
  });

  test('shows the bot to this machine alone, on the port that the image names', async () => {
    const port = theOne(lastStage(await readDockerfile()), 'EXPOSE');
    expect(found(new RegExp(`- (.*:${port})$`, 'gm'))).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(compose).toContain(`PORT: '${port}'`);
    expect(compose).toContain(`UPSTREAM: bot:${port}`);
  });

  test('waits longer for the end than running deliveries may take', async () => {
    expect(Number(found(/stop_grace_period: (\d+)s/g)[0])).toBeGreaterThan(await drainSeconds());
  });

  test('takes from the bot every right it does not need', () => {
    for (const line of ['read_only: true', 'cap_drop: [ALL]', "security_opt: ['no-new-privileges:true']"]) {
      expect(compose.slice(0, compose.indexOf('  caddy:'))).toContain(line);
    }
  });
});
