import { extname } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** The files that people of the demo send, made here by their names: small pictures, pages and texts. */
export function sampleFile(name: string): Uint8Array {
  switch (extname(name)) {
    case '.png':
      return draw(pictures[name] ?? []);
    case '.pdf':
      return page(name);
    default:
      return Buffer.from(texts[name] ?? '');
  }
}

type Colour = readonly [red: number, green: number, blue: number];
/** A rectangle, or a disc in it. Later shapes lie above earlier ones. */
interface Shape {
  form: 'box' | 'disc';
  x: number;
  y: number;
  width: number;
  height: number;
  colour: Colour;
}

const [width, height] = [480, 320];
const wall: Colour = [226, 222, 212];
const plastic: Colour = [250, 250, 248];
const dark: Colour = [52, 52, 50];
const green: Colour = [46, 160, 84];
const red: Colour = [214, 48, 49];
const amber: Colour = [232, 145, 22];
const grey: Colour = [160, 158, 152];
const brown: Colour = [122, 92, 66];

const box = (x: number, y: number, w: number, h: number, colour: Colour): Shape => ({
  form: 'box',
  x,
  y,
  width: w,
  height: h,
  colour,
});
const disc = (x: number, y: number, size: number, colour: Colour): Shape => ({
  form: 'disc',
  x,
  y,
  width: size,
  height: size,
  colour,
});

const pictures: Record<string, readonly Shape[]> = {
  'luces-router.png': [
    box(0, 0, width, height, dark),
    box(50, 95, 380, 130, plastic),
    ...[green, green, red, grey, grey].map((colour, index) => disc(92 + index * 62, 148, 24, colour)),
  ],
  'repetidor.png': [
    box(0, 0, width, height, wall),
    box(170, 60, 140, 200, plastic),
    disc(228, 95, 24, amber),
    box(215, 180, 50, 8, grey),
    box(215, 200, 50, 8, grey),
  ],
  'obra-en-la-acera.png': [
    box(0, 0, width, 150, wall),
    box(0, 150, width, 170, grey),
    box(120, 180, 240, 100, brown),
    box(160, 170, 8, 110, dark),
    box(168, 262, 120, 8, dark),
    box(40, 120, 60, 90, amber),
    box(380, 120, 60, 90, amber),
  ],
  'arqueta.png': [
    box(0, 0, width, height, grey),
    box(110, 60, 260, 200, dark),
    box(110, 60, 120, 90, wall),
    box(150, 170, 180, 8, green),
    box(150, 190, 180, 8, amber),
    box(150, 210, 180, 8, red),
  ],
  'plano-planta-2.png': [
    box(0, 0, width, height, plastic),
    box(40, 40, 400, 240, dark),
    box(46, 46, 388, 228, plastic),
    box(200, 46, 6, 140, dark),
    box(206, 180, 140, 6, dark),
    box(60, 60, 60, 90, grey),
    disc(380, 230, 26, red),
  ],
};

const texts: Record<string, string> = {
  'speed-test.txt':
    'Download  212.4 Mb/s\nUpload    305.8 Mb/s\nPing       31 ms (jitter 44 ms)\nLost        3.1 %\nBy cable, one device.\n',
  'crash-report.txt':
    'Billing 7.4.1\nExportRows: 512 of 1 204 written\nOut of range: column "discount", row 513\nat export/table, at menu/file\n',
};

/** A PNG of the shapes. */
function draw(shapes: readonly Shape[]): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (const shape of shapes) {
    for (let y = shape.y; y < shape.y + shape.height; y += 1) {
      for (let x = shape.x; x < shape.x + shape.width; x += 1) {
        if (isIn(shape, x, y)) rows.set(shape.colour, y * (1 + width * 3) + 1 + x * 3);
      }
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}

function isIn({ form, x: left, y: top, width: size }: Shape, x: number, y: number): boolean {
  const radius = size / 2;
  return form === 'box' || Math.hypot(x + 0.5 - left - radius, y + 0.5 - top - radius) <= radius;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PDF of one page that says what it is called. */
function page(name: string): Buffer {
  const words = `BT /F1 24 Tf 72 720 Td (Alameda) Tj /F1 12 Tf 0 -36 Td (${name}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
