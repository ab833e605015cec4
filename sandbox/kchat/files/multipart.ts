import express, { type RequestHandler } from 'express';

/** Room around the files for the form's own lines, in bytes. */
const margin = 1024 * 1024;

/**
 * Reads an uploaded form into `request.body`, as a `FormData`. A form that is much too large ends with status 413
 * before it is read.
 * @param largest bytes that a file may have
 */
export function multipartForm(largest: number): RequestHandler[] {
  const read = express.raw({ type: 'multipart/form-data', limit: largest + margin });
  const parse: RequestHandler = async (request, _response, next) => {
    const type = request.get('content-type');
    const body: unknown = request.body;
    if (Buffer.isBuffer(body) && type !== undefined) request.body = await formData(body, type);
    next();
  };
  return [read, parse];
}

/** `undefined` for a body that is not the form it says it is; the route then misses its fields. */
async function formData(body: Buffer, type: string): Promise<FormData | undefined> {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- advised against for servers on the open net; this one is not
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}
