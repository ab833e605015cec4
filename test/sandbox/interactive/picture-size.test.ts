import { expect, test } from 'vitest';
import { pictureSize } from '../../../sandbox/kchat/files/picture-size.ts';

const gif = Buffer.from('GIF89a\x05\x00\x07\x01', 'latin1');
const jpeg = Buffer.from('ffd8' + 'ffe00004abcd' + 'ffc4000401ff' + 'ffc0000b08' + '0102' + '0304' + '00', 'hex');

test('the size of a GIF and of a JPEG is read from their heads', () => {
  expect(pictureSize(gif)).toEqual({ width: 5, height: 263 });
  expect(pictureSize(jpeg)).toEqual({ width: 772, height: 258 });
});

test.each([
  ['text with a picture’s name', Buffer.from('not a picture')],
  ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
  ['nothing', Buffer.alloc(0)],
  ['a JPEG that ends too early', jpeg.subarray(0, 12)],
])('%s has none', (_name, bytes) => {
  expect(pictureSize(bytes)).toBeUndefined();
});
