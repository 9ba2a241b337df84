/**
 * The launcher's sheet, which comes with every page. The sign is made of borders: a strict page allows no images,
 * drawing an SVG costs more bytes, and forced colours keep borders.
 */
export function launcherStyles(accent: string, onAccent: string, side: string, zIndex: string | number): string {
  return `:host{all:initial!important;display:block!important}:host>button{position:fixed;inset-block-end:20px;inset-inline-${side}:20px;z-index:${zIndex};width:56px;height:56px;border:1px solid #0000;border-radius:50%;cursor:pointer;background:${accent};color:${onAccent};box-shadow:0 4px 20px #0003}:host>button:before{content:"";position:absolute;inset:16px;border:2px solid;border-radius:50% 50% 50% 3px}`;
}
