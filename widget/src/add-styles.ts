/** A constructed sheet, which a strict Content-Security-Policy lets pass. */
export function addStyles(root: ShadowRoot | Document, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
}
