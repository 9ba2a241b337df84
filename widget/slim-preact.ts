import { join } from 'node:path';
import type { Plugin } from 'vite';

const ours = join(import.meta.dirname, 'src/slim/preact.ts');
const jsx = `
  import { createElement } from ${JSON.stringify(ours)};
  export { Fragment } from ${JSON.stringify(ours)};
  export const jsx = (type, props, key) => createElement(type, key === undefined ? props : { ...props, key });
  export { jsx as jsxs };
`;

/** The panel is written for Preact and tested with it; what is built carries our own stand-in, 3 kB br lighter. */
export function slimPreact(): Plugin {
  return {
    name: 'slim-preact',
    enforce: 'pre',
    resolveId: (source) => (source === 'preact' ? ours : source === 'preact/jsx-runtime' ? '\0jsx' : undefined),
    load: (id) => (id === '\0jsx' ? jsx : undefined),
  };
}
