/** An answer is longer than anything that was asked for. */
export class AnswerTooLong extends Error {
  override name = 'AnswerTooLong';
}

/** The longest answer there is, a page of two hundred people, has a small part of this. Bytes. */
const usualLimit = 16 * 1024 * 1024;

/**
 * The body of an answer as text, so that whoever answers can't fill the memory.
 * @param most in bytes.
 * @throws AnswerTooLong as soon as there is more; the rest is not read.
 */
export async function readLimited(response: Response, most = usualLimit): Promise<string> {
  const bytes = await firstBytes(response, most + 1);
  if (bytes.length > most) throw new AnswerTooLong(`More than ${most} bytes`);
  return new TextDecoder().decode(bytes);
}

/** The first bytes of an answer, all of them if there are no more than `count`; the rest is not read. */
export async function firstBytes({ body }: Response, count: number): Promise<Buffer> {
  if (!body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (length >= count) break;
  }
  return Buffer.concat(chunks).subarray(0, count);
}
