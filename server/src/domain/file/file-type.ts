/** What a file is, by its first bytes; the name only tells kinds of one container apart. */
export interface FileType {
  /** By extension, the usual one first: the name is given that one when its own is none of these. */
  mimes: Readonly<Record<string, string>>;
  /** Text is called in many ways: any extension that is not another type's will do. */
  isText: boolean;
}

const anything = 'application/octet-stream';
const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** `??` stands for any byte; the signature begins at `at`. */
interface Signature {
  hex: string;
  at?: number;
}

const executables: readonly Signature[] = [
  { hex: '4d5a' }, // Windows and DOS
  { hex: '7f454c46' }, // Linux
  { hex: 'feedface' }, // macOS, in both orders and sizes
  { hex: 'feedfacf' },
  { hex: 'cefaedfe' },
  { hex: 'cffaedfe' },
  { hex: 'cafebabe' }, // macOS for several processors, Java
  { hex: '0061736d' }, // WebAssembly
  { hex: '6465780a' }, // Android
  { hex: '4c00000001140200' }, // Windows shortcut
  { hex: '2321' }, // a script that names its interpreter
  { hex: 'efbbbf2321' },
];

const types: readonly { signatures: readonly Signature[]; mimes: FileType['mimes'] }[] = [
  { signatures: [{ hex: '89504e470d0a1a0a' }], mimes: { png: 'image/png', apng: 'image/png' } },
  {
    signatures: [{ hex: 'ffd8ff' }],
    mimes: { jpg: 'image/jpeg', jpeg: 'image/jpeg', jpe: 'image/jpeg', jfif: 'image/jpeg' },
  },
  { signatures: [{ hex: '474946383761' }, { hex: '474946383961' }], mimes: { gif: 'image/gif' } },
  { signatures: [{ hex: '52494646????????57454250' }], mimes: { webp: 'image/webp' } },
  { signatures: [{ hex: '424d????????00000000' }], mimes: { bmp: 'image/bmp' } },
  { signatures: [{ hex: '49492a00' }, { hex: '4d4d002a' }], mimes: { tif: 'image/tiff', tiff: 'image/tiff' } },
  { signatures: [{ hex: '255044462d' }], mimes: { pdf: 'application/pdf' } },
  {
    signatures: [{ hex: '504b0304' }, { hex: '504b0506' }],
    mimes: {
      zip: 'application/zip',
      docx: `${office}.wordprocessingml.document`,
      xlsx: `${office}.spreadsheetml.sheet`,
      pptx: `${office}.presentationml.presentation`,
      odt: `${open}.text`,
      ods: `${open}.spreadsheet`,
      odp: `${open}.presentation`,
      epub: 'application/epub+zip',
    },
  },
  {
    signatures: [{ hex: 'd0cf11e0a1b11ae1' }],
    mimes: {
      doc: 'application/msword',
      xls: 'application/vnd.ms-excel',
      ppt: 'application/vnd.ms-powerpoint',
      msg: 'application/vnd.ms-outlook',
    },
  },
  { signatures: [{ hex: '7b5c727466' }], mimes: { rtf: 'application/rtf' } },
  { signatures: [{ hex: '1f8b' }], mimes: { gz: 'application/gzip', tgz: 'application/gzip' } },
  { signatures: [{ hex: '377abcaf271c' }], mimes: { '7z': 'application/x-7z-compressed' } },
  { signatures: [{ hex: '526172211a07' }], mimes: { rar: 'application/vnd.rar' } },
  {
    signatures: [{ hex: '66747970', at: 4 }],
    mimes: {
      mp4: 'video/mp4',
      m4v: 'video/mp4',
      mov: 'video/quicktime',
      '3gp': 'video/3gpp',
      m4a: 'audio/mp4',
      heic: 'image/heic',
      heif: 'image/heif',
      avif: 'image/avif',
    },
  },
  { signatures: [{ hex: '1a45dfa3' }], mimes: { webm: 'video/webm', mkv: 'video/x-matroska' } },
  { signatures: [{ hex: '4f676753' }], mimes: { ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg' } },
  { signatures: [{ hex: '494433' }, { hex: 'fffb' }, { hex: 'fff3' }, { hex: 'fff2' }], mimes: { mp3: 'audio/mpeg' } },
  { signatures: [{ hex: '52494646????????57415645' }], mimes: { wav: 'audio/wav' } },
  { signatures: [{ hex: '52494646????????41564920' }], mimes: { avi: 'video/x-msvideo' } },
];

/** Formats that a browser would run or render are called nothing in particular, so that no reader ever opens them so. */
const text: FileType = {
  mimes: {
    txt: 'text/plain',
    csv: 'text/csv',
    json: 'application/json',
    svg: anything,
    html: anything,
    htm: anything,
    xhtml: anything,
    xml: anything,
    mht: anything,
    mhtml: anything,
  },
  isText: true,
};

/** Extensions that belong to content with a signature: a text may not be called so. */
const ofOthers: ReadonlySet<string> = new Set(types.flatMap(({ mimes }) => Object.keys(mimes)));

/** `head`: the first bytes of the file, at least a few hundred where it has as many. Null: of no kind that is accepted. */
export function fileTypeOf(head: Uint8Array): FileType | 'executable' | null {
  if (executables.some((signature) => fits(head, signature))) return 'executable';
  const type = types.find(({ signatures }) => signatures.some((signature) => fits(head, signature)));
  if (type) return { mimes: type.mimes, isText: false };
  return isText(head) ? text : null;
}

/** May a file of this type be called so? */
export function acceptsExtension({ mimes, isText }: FileType, extension: string): boolean {
  return Object.hasOwn(mimes, extension) || (isText && extension !== '' && !ofOthers.has(extension));
}

export function mimeOf({ mimes }: FileType, extension: string): string {
  return (Object.hasOwn(mimes, extension) ? mimes[extension] : Object.values(mimes)[0]) ?? anything;
}

function fits(head: Uint8Array, { hex, at = 0 }: Signature): boolean {
  const shown = toHex(head.subarray(at, at + hex.length));
  return shown.length >= hex.length && [...hex].every((digit, index) => digit === '?' || digit === shown[index]);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const looksAt = 4_096;

/** UTF-8, or UTF-16 that says so, without the control characters that no text has. */
function isText(head: Uint8Array): boolean {
  const start = head.subarray(0, looksAt);
  const encoding = toHex(start.subarray(0, 2));
  const name = encoding === 'fffe' ? 'utf-16le' : encoding === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    // `stream`: the last character may be cut.
    const decoded = new TextDecoder(name, { fatal: true }).decode(start, { stream: true });
    return [...decoded].every((character) => character >= ' ' || '\t\n\r\f\u001b'.includes(character));
  } catch {
    return false;
  }
}
