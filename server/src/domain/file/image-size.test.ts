import { expect, test } from 'vitest';
import { gif, jpeg, png, webp } from '../../testing/sample-files.ts';
import { imageSizeOf } from './image-size.ts';

const pictures: [string, string, Uint8Array][] = [
  ['PNG', 'image/png', png(1920, 1080)],
  ['GIF', 'image/gif', gif(1920, 1080)],
  ['WebP, lossy', 'image/webp', webp('VP8 ', 1920, 1080)],
  ['WebP, lossless', 'image/webp', webp('VP8L', 1920, 1080)],
  ['WebP, extended', 'image/webp', webp('VP8X', 1920, 1080)],
  ['JPEG', 'image/jpeg', jpeg(1920, 1080)],
];

test.each(pictures)('%s: read from the header', (_name, mime, bytes) => {
  expect(imageSizeOf(mime, bytes)).toEqual({ width: 1920, height: 1080 });
});

test.each(pictures)('%s: a header that is cut anywhere says nothing, or the same', (_name, mime, bytes) => {
  for (let length = 0; length < bytes.length; length++) {
    const size = imageSizeOf(mime, bytes.subarray(0, length));
    if (length < 10) expect(size).toBeNull();
    if (size) expect(size).toEqual({ width: 1920, height: 1080 });
  }
});

test.each([1, 2, 3, 4])('a photo with orientation %i lies as it is stored', (orientation) => {
  expect(imageSizeOf('image/jpeg', jpeg(4000, 3000, orientation))).toEqual({ width: 4000, height: 3000 });
});

test.each([5, 6, 7, 8])('a photo with orientation %i stands', (orientation) => {
  expect(imageSizeOf('image/jpeg', jpeg(4000, 3000, orientation))).toEqual({ width: 3000, height: 4000 });
});

test('a picture without area, and bytes of another kind, have no size', () => {
  expect(imageSizeOf('image/png', png(0, 10))).toBeNull();
  expect(imageSizeOf('image/png', gif())).toBeNull();
  expect(imageSizeOf('image/jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))).toBeNull();
  expect(imageSizeOf('image/webp', webp('VP8 ').with(15, 0x21))).toBeNull();
  expect(imageSizeOf('application/pdf', png())).toBeNull();
});

test('the largest sizes that a header can say are no negative numbers', () => {
  expect(imageSizeOf('image/png', png(0xffffffff, 0xffffffff))).toEqual({ width: 0xffffffff, height: 0xffffffff });
});
