import type { Server } from 'node:http';

/** How often connections are ended that have become idle meanwhile; Node.js does it once. Milliseconds. */
const sweepMs = 50;

/**
 * Takes no new connection, and lets what is being answered be answered. Connections are then ended at once, because they are
 * kept for minutes otherwise (listen.ts).
 * @param graceMs after so many milliseconds whatever is still being answered is cut off.
 */
export async function closeServer(server: Server, graceMs = 5_000): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, sweepMs);
  const end = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(end);
}
