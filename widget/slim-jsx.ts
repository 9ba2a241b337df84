import type { Plugin } from 'vite';

const code = `
  import { createElement, Fragment } from 'preact';
  export { Fragment };
  export const jsx = (type, props, key) => createElement(type, key === undefined ? props : { ...props, key });
  export { jsx as jsxs };
`;

/** Elements by way of `createElement`, which is there anyhow: Preact's own JSX runtime repeats it (0.3 kB br). */
export function slimJsx(): Plugin {
  return {
    name: 'slim-jsx',
    enforce: 'pre',
    resolveId: (source) => (source === 'preact/jsx-runtime' ? '\0jsx' : undefined),
    load: (id) => (id === '\0jsx' ? code : undefined),
  };
}
