import { limits } from '@ventanilla/shared/limits';

/** What programs and scripts are called on the systems that start them by their name. */
const startable: ReadonlySet<string> = new Set(
  `ade adp apk app appimage application appref-ms appx appxbundle bas bash bat bin cgi chm class cmd com command cpl crx
  csh deb desktop dll dmg drv exe fish gadget hta img inf ins ipa iso jar jnlp js jse ksh lnk mjs cjs msc msh msi msix
  msixbundle msp mst ocx osx phar php php3 php5 phtml pif pkg pl ps1 ps1xml ps2 psc1 psd1 psm1 py pyc pyw rb reg rpm run
  scf scpt scr sct sh shb shs sys terminal tool url vb vbe vbs vbscript vhd vhdx vxd wasm webloc workflow ws wsc wsf wsh
  xbap xll xpi zsh`.split(/\s+/),
);

/** Control, format, private and unassigned characters, line separators, and letters that show nothing. */
const invisible = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** What some file systems do not take. */
const forbidden = /[<>:"|?*]/g;
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** The last segment of what a client calls a file, with nothing in it that hides or leads anywhere; may be ''. */
export function plainName(given: string): string {
  const visible = given.replace(invisible, '').normalize('NFC');
  const segment = visible.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
  return segment
    .replace(forbidden, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(device, '_$1$2');
}

/** Folded, without the dot; '' when there is none. Only what stands last counts: `a.pdf.exe` is an `exe`. */
export function extensionOf(name: string): string {
  return /\.([a-z0-9-]{1,12})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** By its last extension, which is the one that systems obey. */
export function isStartable(name: string): boolean {
  return startable.has(extensionOf(name));
}

/** `name` ending in `extension`, short enough to be kept and shown. */
export function namedWith(name: string, extension: string): string {
  const ending = `.${extension}`;
  const own = extensionOf(name) === extension ? name.slice(0, -ending.length) : name;
  // Half a character at the cut goes too.
  const stem = own
    .slice(0, limits.fileNameLength - ending.length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return `${stem === '' ? 'file' : stem}${ending}`;
}
