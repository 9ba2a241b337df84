/** Pixels of a picture as it is shown. */
export interface ImageSize {
  width: number;
  height: number;
}

/** Read from the header alone, nothing is decoded. Null when these bytes do not say it. */
export function imageSizeOf(mime: string, head: Uint8Array): ImageSize | null {
  const bytes = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    const size = read(mime, bytes);
    return size && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // The header is cut, or lies about where its parts are.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(mime: string, bytes: DataView): ImageSize | null {
  switch (mime) {
    case 'image/png':
      return asciiAt(bytes, 12, 4) === 'IHDR' ? { width: bytes.getUint32(16), height: bytes.getUint32(20) } : null;
    case 'image/gif':
      return { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) };
    case 'image/webp':
      return webpSize(bytes);
    case 'image/jpeg':
      return jpegSize(bytes);
    default:
      return null;
  }
}

function webpSize(bytes: DataView): ImageSize | null {
  switch (asciiAt(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: bytes.getUint16(26, true) & 0x3fff, height: bytes.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 };
    default:
      return null;
  }
}

function uint24(bytes: DataView, at: number): number {
  return bytes.getUint16(at, true) | (bytes.getUint8(at + 2) << 16);
}

/** Segments follow one another, each with its length; the frame's tells the size, the camera's how it was held. */
function jpegSize(bytes: DataView): ImageSize | null {
  let isTurned = false;
  for (let at = 2; ; ) {
    if (bytes.getUint8(at) !== 0xff) return null;
    const marker = bytes.getUint8(at + 1);
    // Any number of filling bytes may come before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker)) {
      const [height, width] = [bytes.getUint16(at + 5), bytes.getUint16(at + 7)];
      return isTurned ? { width: height, height: width } : { width, height };
    }
    if (marker === 0xe1) isTurned ||= isTurnedByExif(bytes, at + 4);
    const length = bytes.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
}

/** SOF0 … SOF15 but DHT, JPG and DAC, whose markers lie among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

const orientationTag = 0x0112;

/** Orientations 5 to 8 stand on their side. A broken block tells nothing, and the picture is shown as it lies. */
function isTurnedByExif(bytes: DataView, start: number): boolean {
  if (asciiAt(bytes, start, 4) !== 'Exif') return false;
  const tiff = start + 6;
  const isLittle = asciiAt(bytes, tiff, 2) === 'II';
  const directory = tiff + bytes.getUint32(tiff + 4, isLittle);
  const count = Math.min(bytes.getUint16(directory, isLittle), 200);
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12;
    if (bytes.getUint16(entry, isLittle) !== orientationTag) continue;
    const orientation = bytes.getUint16(entry + 8, isLittle);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}

function asciiAt(bytes: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_none, index) => bytes.getUint8(at + index)));
}
