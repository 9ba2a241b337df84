import { limits } from '@ventanilla/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gif, jpeg, pdf, png, text, webp, windowsProgram, zip, zipBomb } from '../../testing/sample-files.ts';
import { extensionOf } from './display-name.ts';
import { examineFile, isRefusedByName } from './examine-file.ts';

const anything = 'application/octet-stream';
const nameOf = (given: string, head = pdf()) => examineFile(given, head)?.name;

describe('the type is that of the content', () => {
  it.each([
    ['router.png', png(640, 480), { mime: 'image/png', width: 640, height: 480 }],
    ['foto.JPG', jpeg(4000, 3000, 6), { mime: 'image/jpeg', width: 3000, height: 4000 }],
    ['luces.gif', gif(), { mime: 'image/gif', width: 640, height: 480 }],
    ['luces.webp', webp('VP8L'), { mime: 'image/webp', width: 640, height: 480 }],
    ['factura.pdf', pdf(), { mime: 'application/pdf', width: 0, height: 0 }],
    ['fotos.zip', zip(), { mime: 'application/zip' }],
    ['informe.docx', zip(), { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }],
    ['registro.log', text('línea 1\nlínea 2\r\n\tfin'), { mime: 'text/plain' }],
    ['datos.csv', text('\ufeffnombre;teléfono'), { mime: 'text/csv' }],
    ['config.conf', text('ssid=casa'), { mime: 'text/plain' }],
    ['utf-16.txt', Uint8Array.of(0xff, 0xfe, 0x48, 0, 0x6f, 0), { mime: 'text/plain' }],
  ])('%s', (name, head, facts) => {
    expect(examineFile(name, head)).toMatchObject({ ...facts, name: expect.stringContaining(name.slice(0, 4)) });
  });

  it.each([
    ['a program called a picture', 'foto.jpg', windowsProgram()],
    ['a Linux program', 'datos.pdf', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0)],
    ['a script that names its interpreter', 'notas.txt', text('#!/bin/sh\nrm -rf ~')],
    ['the same behind a byte order mark', 'notas.txt', text('\ufeff#!/bin/sh')],
    ['a Windows shortcut', 'factura.pdf', Uint8Array.of(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
    ['bytes of no kind that is known', 'datos.bin', Uint8Array.of(0, 1, 2, 3, 250, 251)],
    ['text that is not UTF-8', 'datos.txt', Uint8Array.of(0x68, 0xe9, 0x20, 0xff)],
    ['a program’s name around harmless content', 'leeme.exe', text('hola')],
    ['a script by its name', 'leeme.js', text('alert(1)')],
    ['an installer in a known container', 'controlador.msi', Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex'))],
    ['an archive that runs', 'app.jar', zip()],
  ])('refused: %s', (_case, name, head) => {
    expect(examineFile(name, head)).toBeNull();
  });

  it('what a browser might render is never called by its type', () => {
    const svg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect(examineFile('dibujo.svg', svg)).toMatchObject({ name: 'dibujo.svg', mime: anything, width: 0 });
    expect(examineFile('pagina.html', text('<!doctype html><script>alert(1)</script>'))).toMatchObject({
      mime: anything,
    });
    expect(examineFile('dibujo.png', svg)).toMatchObject({ name: 'dibujo.png.txt', mime: 'text/plain' });
  });

  it('a picture of more pixels than are shown, or of none that can be told, is a download', () => {
    expect(examineFile('a.png', png(8_000, 5_000))).toMatchObject({ mime: 'image/png', width: 8_000 });
    for (const head of [png(8_000, 5_001), png(0xffffffff, 0xffffffff), png(0, 0), png().subarray(0, 12)]) {
      expect(examineFile('a.png', head)).toEqual({ name: 'a.png', mime: anything, width: 0, height: 0 });
    }
  });

  it('an archive is never opened, whatever it says of its content', () => {
    expect(examineFile('bomba.zip', zipBomb())).toMatchObject({ mime: 'application/zip', name: 'bomba.zip' });
  });
});

describe('the name', () => {
  it.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['..\\..\\windows\\system32\\a.pdf', 'a.pdf'],
    ['C:\\Users\\Ana\\factura.pdf', 'factura.pdf'],
    ['/', 'file.pdf'],
    ['', 'file.pdf'],
    ['..', 'file.pdf'],
    ['   .pdf', 'pdf.pdf'],
    ['a\u0000b\u0007\u007f\u0085.pdf', 'ab.pdf'],
    ['fac\u200btu\u200d\ufeffra\u2060.p\u200bdf', 'factura.pdf'],
    ['\u3164\u115f.pdf', 'pdf.pdf'],
    ['factura\u202efdp.pdf', 'facturafdp.pdf'],
    ['\u2066\u2069a\u061c.pdf', 'a.pdf'],
    ['\u{e0041}etiqueta\u{e007f}.pdf', 'etiqueta.pdf'],
    ['uno\r\nContent-Type: dos\u2028tres.pdf', 'unoContent-Type_ dostres.pdf'],
    ['a <b> "c" | d?*: e.pdf', 'a _b_ _c_ _ d___ e.pdf'],
    ['  mucho \t\u00a0 espacio .pdf', 'mucho espacio.pdf'],
    ['CON.pdf', '_CON.pdf'],
    ['lpt1.pdf', '_lpt1.pdf'],
    ['...oculto.pdf', 'oculto.pdf'],
    ['punto.pdf...', 'punto.pdf'],
    ['n\u0303andu\u0301.pdf', 'ñandú.pdf'],
    ['مرحبا שלום 👍.pdf', 'مرحبا שלום 👍.pdf'],
    ['a%2e%2e%2fb.pdf', 'a%2e%2e%2fb.pdf'],
    ['lone \ud800 half.pdf', 'lone half.pdf'],
  ])('%j', (given, shown) => {
    expect(nameOf(given)).toBe(shown);
  });

  it.each([
    ['factura', 'factura.pdf'],
    ['factura.jpg', 'factura.jpg.pdf'],
    ['factura.PDF', 'factura.pdf'],
    ['copia.exe.pdf', 'copia.exe.pdf'],
    ['versión 1.2 final', 'versión 1.2 final.pdf'],
  ])('%j ends in what it is', (given, shown) => {
    expect(nameOf(given)).toBe(shown);
  });

  it.each([
    'factura.pdf.exe',
    'factura.pdf                                    .exe',
    'factura.exe.',
    'factura.exe ',
    'factura.e\u200bxe',
    'factura\u202efdp.exe',
    'factura.pdf\u2028.SCR',
    'a/b/factura.bat',
    'factura.ps1',
  ])('%j is a program’s, before a byte is read', (given) => {
    expect(isRefusedByName(given)).toBe(true);
    expect(examineFile(given, pdf())).toBeNull();
  });

  it('is cut, never in the middle of a character, and keeps its extension', () => {
    const name = nameOf(`${'x'.repeat(limits.fileNameLength - 5)}👍👍👍.pdf`) ?? '';
    expect(name).toBe(`${'x'.repeat(limits.fileNameLength - 5)}.pdf`);
    expect(nameOf('n'.repeat(100_000))).toHaveLength(limits.fileNameLength);
  });

  it('whatever is given, it is one visible segment that any system can keep', () => {
    const given = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    );
    fc.assert(
      fc.property(given, fc.constantFrom(pdf(), png(), zip(), text('hola')), (name, head) => {
        const facts = examineFile(name, head);
        if (!facts) return expect(isRefusedByName(name)).toBe(true);
        expect(facts.name).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e/\\<>:"|?*]/u);
        expect(facts.name).toMatch(/^[^. ].*[^. ]$/u);
        expect(facts.name.length).toBeLessThanOrEqual(limits.fileNameLength);
        expect(extensionOf(facts.name)).not.toBe('');
        expect(isRefusedByName(facts.name)).toBe(false);
        // Keeping it once more changes nothing.
        expect(examineFile(facts.name, head)).toEqual(facts);
      }),
      { numRuns: 2_000 },
    );
  });
});
