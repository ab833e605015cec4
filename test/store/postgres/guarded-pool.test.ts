import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createGuardedPool } from '../../../src/store/postgres/guarded-pool.ts';

/** One message of the protocol between PostgreSQL and its clients (its documentation, "Message Formats"). */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const welcome = [message('R', Buffer.alloc(4)), message('Z', Buffer.from('I'))];
const goodbye = message('E', Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'));

it('a server that is stopped in the moment it lets somebody in fails a query, and not the program', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([...welcome, goodbye])));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const pool = createGuardedPool(
    `postgres://bot@127.0.0.1:${(server.address() as AddressInfo).port}/bot`,
    () => undefined,
  );
  onTestFinished(() => pool.end());

  const client = await pool.connect();
  await expect(client.query('select 1', [])).rejects.toThrow('The database does not answer');
  client.release();
});
