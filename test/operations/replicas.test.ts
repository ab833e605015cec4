import { access } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { environmentSchema } from '../../src/config.ts';
import { lastStage, readDockerfile, theOne } from './dockerfile.ts';
import { drainSeconds, projectFile, readProjectFile } from './project-files.ts';

const guide = await readProjectFile('docs/scaling.md');

function expectRead(names: readonly string[]): void {
  for (const name of names) expect(name.replace(/_FILE$/, '') in environmentSchema.shape, name).toBe(true);
}

describe('compose.postgres.yaml', async () => {
  const compose = await readProjectFile('docs/deploy/compose.postgres.yaml');
  const bot = compose.slice(0, compose.indexOf('\n  postgres:'));
  const found = (pattern: RegExp, text = compose) => [...text.matchAll(pattern)].map(([, first = '']) => first);

  test('sets only variables that the bot reads, and no database of the image’s', () => {
    const names = found(/^ {6}([A-Z_]+): /gm, bot);
    expectRead(names);
    expect(names).toContain('DATABASE_URL_FILE');
    expect(bot).toContain("DATABASE_URL: ''\n");
  });

  test('hands secrets over as files that it declares and the guides make', async () => {
    const guides = `${await readProjectFile('docs/running.md')}${guide}`;
    const names = found(/_FILE: \/run\/secrets\/(.+)$/gm);
    expect(names).toHaveLength(4);
    for (const name of names) {
      expect(compose).toContain(`  ${name}:\n    file: ./secrets/${name}\n`);
      expect(guides).toContain(`secrets/${name}`);
    }
  });

  test('mounts only what exists', async () => {
    const mounted = found(/- \.\/([^:]+):/g);
    expect(mounted).toHaveLength(1);
    for (const path of mounted) await access(projectFile(path));
  });

  test('waits longer for the end than running deliveries may take', async () => {
    expect(Number(found(/stop_grace_period: (\d+)s/g, bot)[0])).toBeGreaterThan(await drainSeconds());
  });

  test('lets only what kChat and a monitor need through to the processes', async () => {
    const caddyfile = await readProjectFile('docs/deploy/Caddyfile.replicas');
    expect(caddyfile.match(/^\s*@\w+ path .*/gm)).toEqual(['\t@public path /kchat/* /healthz']);
    expect(caddyfile).toMatch(/handle \{\s*respond 404\s*\}/);
    expect(caddyfile).toContain(`dynamic a bot ${found(/PORT: '(\d+)'/g)[0]} {`);
  });

  test('asks a second process long before kChat gives up, where one does not take the connection', async () => {
    const caddyfile = await readProjectFile('docs/deploy/Caddyfile.replicas');
    expect(Number(/dial_timeout (\d+)ms/.exec(caddyfile)?.[1])).toBeLessThan(500);
    expect(Number(/lb_try_duration (\d+)s/.exec(caddyfile)?.[1])).toBeLessThan(3);
  });

  test('is started by lines that name it and the folder that its paths start at', () => {
    const lines = guide.match(/^.*docker compose .*$/gm)?.filter((line) => !/^`|--profile tls down/.test(line.trim()));
    expect(lines).toEqual([
      'compose() { docker compose --project-directory . --file docs/deploy/compose.postgres.yaml "$@"; }',
    ]);
    // What is no documented variable would be read by nobody.
    expect(guide).not.toMatch(/\bCOMPOSE_\w+/);
  });

  test('and the other one keep to the names under which the guide copies from one to the other', async () => {
    const other = await readProjectFile('compose.yaml');
    for (const text of [compose, other]) expect(text).toMatch(/^name: kchat-invite$/m);
    expect(other).toMatch(/- data:\/data\n/);
    expect(compose).toContain('image: kchat-invite\n');
    for (const name of ['--network kchat-invite_default', '--volume kchat-invite_data:/data kchat-invite ']) {
      expect(guide).toContain(name);
    }
    expect(guide).toContain('file:/data/kchat-invite.db postgres://kchat_invite@postgres/kchat_invite');
  });
});

describe('kubernetes.yaml', async () => {
  const manifests = await readProjectFile('docs/deploy/kubernetes.yaml');
  const numberOf = (key: string) => Number(new RegExp(`${key}: '?(\\d+)`).exec(manifests)?.[1]);

  test('sets only variables that are read, and the guide makes the secret ones', () => {
    expectRead([...manifests.matchAll(/^ {2}([A-Z_]+): /gm)].map(([, name = '']) => name));
    const secret = [...guide.matchAll(/--from-literal=([A-Z_]+)=/g)].map(([, name = '']) => name);
    expect(secret.sort()).toEqual(['DATABASE_URL', 'INFOMANIAK_API_TOKEN', 'SECRET_KEY']);
    expectRead(secret);
  });

  test('runs the image as the user and on the port that it is made for', async () => {
    const image = lastStage(await readDockerfile());
    expect(theOne(image, 'USER')).toBe('node');
    // What the base image calls node.
    expect(numberOf('runAsUser')).toBe(1_000);
    expect(numberOf('containerPort')).toBe(Number(theOne(image, 'EXPOSE')));
    expect(numberOf('  PORT')).toBe(Number(theOne(image, 'EXPOSE')));
  });

  test('goes on with the old ones until a new one is ready, and lets the one that goes finish', async () => {
    expect(numberOf('maxUnavailable')).toBe(0);
    expect(numberOf('replicas')).toBeGreaterThan(1);
    const pause = Number(/command: \[sleep, '(\d+)'\]/.exec(manifests)?.[1]);
    expect(pause).toBeGreaterThan(0);
    expect(numberOf('terminationGracePeriodSeconds')).toBeGreaterThan(pause + (await drainSeconds()));
  });

  test('sends commands wherever they can be answered, also while kChat or Infomaniak is away', () => {
    expect(/readinessProbe:\s+httpGet:\s+path: (.+)/.exec(manifests)?.[1]).toBe('/readyz/commands');
  });

  test('lets only what kChat and a monitor need in', () => {
    expect([...manifests.matchAll(/- path: (.+)/g)].map(([, path]) => path)).toEqual(['/kchat/', '/healthz']);
  });
});
