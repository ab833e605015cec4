import { expect, test } from 'vitest';
import { AnswerTooLong, readLimited } from '../src/read-limited.ts';

test('an answer is read whole, characters cut in two by the network included', async () => {
  const bytes = new TextEncoder().encode('{"name":"Zoë 😀"}');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  await expect(readLimited(new Response(body))).resolves.toBe('{"name":"Zoë 😀"}');
  await expect(readLimited(new Response(null))).resolves.toBe('');
});

test('an answer as long as the limit is read, one byte more is not', async () => {
  await expect(readLimited(new Response('1234'), 4)).resolves.toBe('1234');
  await expect(readLimited(new Response('12345'), 4)).rejects.toThrow(AnswerTooLong);
});
