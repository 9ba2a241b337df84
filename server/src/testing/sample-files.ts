/** Beginnings of real formats: as much as tells what they are, with the size of the picture in its header. */

const be16 = (value: number) => [value >> 8, value & 255];
const be32 = (value: number) => [...be16(value >>> 16), ...be16(value & 0xffff)];
const le16 = (value: number) => [value & 255, value >> 8];
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];
const bytes = (...parts: (number[] | number)[]) => Uint8Array.from(parts.flat());

export const text = (content: string) => new TextEncoder().encode(content);

export function png(width = 640, height = 480): Uint8Array {
  return bytes(0x89, ascii('PNG\r\n\x1a\n'), be32(13), ascii('IHDR'), be32(width), be32(height), [8, 2, 0, 0, 0]);
}

export function gif(width = 640, height = 480): Uint8Array {
  return bytes(ascii('GIF89a'), le16(width), le16(height), [0, 0, 0]);
}

const riff = (form: string) => [...ascii('RIFF'), 40, 0, 0, 0, ...ascii(form)];

export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width = 640, height = 480): Uint8Array {
  const [w, h] = [width - 1, height - 1];
  const data = {
    'VP8 ': [0, 0, 0, 0x9d, 0x01, 0x2a, ...le16(width), ...le16(height)],
    VP8L: [0x2f, w & 255, ((w >> 8) & 0x3f) | ((h & 3) << 6), (h >> 2) & 255, (h >> 10) & 0x0f],
    VP8X: [0, 0, 0, 0, ...le16(w), 0, ...le16(h), 0],
  };
  return bytes(riff('WEBP'), ascii(kind), [30, 0, 0, 0], data[kind]);
}

const segment = (marker: number, content: number[]) => [0xff, marker, ...be16(content.length + 2), ...content];

function exif(orientation: number): number[] {
  const entry = [...be16(0x0112), ...be16(3), ...be32(1), ...be16(orientation), 0, 0];
  const other = [...be16(0x010f), ...be16(2), ...be32(1), 0, 0, 0, 0];
  return [...ascii('Exif\0\0MM'), 0, 42, ...be32(8), ...be16(2), ...other, ...entry];
}

/** `orientation`: how the camera was held, 1 to 8. */
export function jpeg(width = 640, height = 480, orientation = 1): Uint8Array {
  const frame = [8, ...be16(height), ...be16(width), 3];
  return bytes([0xff, 0xd8], segment(0xe1, exif(orientation)), segment(0xc4, [0, 1]), [0xff], segment(0xc2, frame));
}

export const pdf = () => text('%PDF-1.7\n%âãÏÓ\n1 0 obj');
export const zip = () => bytes(ascii('PK\x03\x04'), Array(60).fill(0));
export const windowsProgram = () => bytes(ascii('MZ'), Array(60).fill(0));

/** An archive of 4 GB of nothing, ten times over, in a few bytes: its headers say so. */
export function zipBomb(): Uint8Array {
  const name = ascii('0.bin');
  const entry = [
    ...ascii('PK\x03\x04'),
    20,
    0,
    0,
    0,
    8,
    0,
    ...Array(8).fill(0),
    ...be32(42_000),
    ...Array(4).fill(255),
  ];
  return bytes(...Array.from({ length: 10 }, () => [...entry, name.length, 0, 0, 0, ...name]));
}
