import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { kchat } from './stub/dialect.ts';
import { startStub } from './stub/start.ts';

const run = promisify(execFile);

// vitest forgives an import of a CommonJS package that Node itself refuses.
test('the Chat port loads and works in Node itself', async () => {
  const stub = await startStub(kchat);
  const module = new URL('../../src/kchat/chat.ts', import.meta.url).href;
  const program = `
    const { createChat } = await import(${JSON.stringify(module)});
    const chat = createChat(${JSON.stringify({ url: stub.url, token: stub.botToken })});
    console.log((await chat.identify()).id);
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stdout.trim()).toBe(stub.bot.id);
});
