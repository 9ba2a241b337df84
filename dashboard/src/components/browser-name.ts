const browsers: [name: string, sign: RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];

const systems: [name: string, sign: RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
];

/** `Firefox, Android` from what a browser calls itself; '' when it says nothing we know. */
export function browserName(userAgent: string): string {
  return [found(browsers, userAgent), found(systems, userAgent)].filter((name) => name !== '').join(', ');
}

function found(names: [name: string, sign: RegExp][], userAgent: string): string {
  return names.find(([, sign]) => sign.test(userAgent))?.[0] ?? '';
}
