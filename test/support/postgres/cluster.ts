import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from '../free-port.ts';
import { until } from '../until.ts';

const run = promisify(execFile);

/** A PostgreSQL server of our own on loopback, in a temporary folder. */
export interface Cluster {
  /** Leads to an empty database, as a role that owns it and may do nothing else. */
  url: string;
  /** The certificate that the server shows. */
  certificate: string;
  /** Ends the server in the middle of whatever is asked of it; `start` starts it again. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Ends the server and removes the folder. */
  remove: () => Promise<void>;
}

/** What is lost with the power is of no interest here. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'listen_addresses=127.0.0.1',
  'max_connections=300',
  'ssl=on',
];

/** @param programs the folder of `initdb` and `postgres`. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'kchat-invite-postgres-'));
  const data = join(folder, 'data');
  const user = await dropPrivileges(folder);
  const port = await freePort();
  const passwords = { owner: randomBytes(16).toString('hex'), bot: randomBytes(16).toString('hex') };
  await writeFile(join(folder, 'password'), passwords.owner, { mode: 0o644 });
  // Another language's order than the bytes', so that whoever relies on the database's own order is found out.
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en'];
  const access = ['--username=owner', '--auth=scram-sha-256', `--pwfile=${join(folder, 'password')}`];
  await run(join(programs, 'initdb'), ['--pgdata', data, '--no-sync', ...locale, ...access], user);
  const certificate = join(data, 'server.crt');
  await run(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', join(data, 'server.key'), '-out', certificate],
    ],
    user,
  );

  let server: ChildProcess | undefined;
  const owner = `postgres://owner:${passwords.owner}@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const options = [`port=${port}`, `unix_socket_directories=${folder}`, ...settings].flatMap((one) => ['-c', one]);
    // Ends with this process however that ends: then nothing is left that holds the pipe open.
    const script = '"$@" & server=$!; read -r _; kill -INT "$server"; wait "$server"';
    const words = ['-c', script, 'sh', join(programs, 'postgres'), '-D', data, ...options];
    server = spawn('sh', words, { ...user, stdio: ['pipe', 'ignore', 'ignore'] });
    await until('PostgreSQL to start', () => answers(owner));
  };
  const stop = async () => {
    if (!server) return;
    const ended = once(server, 'close');
    server.stdin?.end();
    await ended;
    server = undefined;
  };

  await start();
  await query(owner, `create role bot login password '${passwords.bot}'`);
  await query(owner, 'create database bot owner bot');
  return {
    url: `postgres://bot:${passwords.bot}@127.0.0.1:${port}/bot`,
    certificate,
    stop,
    start,
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: the folder and the server belong to somebody else then. */
async function dropPrivileges(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) =>
    Number(
      execFileSync('sh', ['-c', `id ${flag} postgres || id ${flag} nobody`], { stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  await chown(folder, uid, gid);
  return { uid, gid };
}

async function answers(url: string): Promise<boolean> {
  return query(url, 'select 1').then(
    () => true,
    () => false,
  );
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(text);
  } finally {
    await client.end().catch(() => undefined);
  }
}
