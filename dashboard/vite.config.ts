import { defineConfig } from 'vite';
import { firstListChunk } from './first-list.ts';
import { websocketOnly } from './websocket-only.ts';

// The pages of the product; the gallery is only there while developing (`vite dashboard`, then /dashboard/gallery.html).
export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  plugins: [websocketOnly()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['es2023', 'chrome120', 'firefox121', 'safari17'],
    // The polyfill is an inline script, which our own policy forbids; these browsers do without.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // A few files that compress well instead of one for every module that two screens share.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: firstListChunk('desk'), debugName: 'desk', priority: 1 },
            {
              name: 'conversation',
              test: /src\/components\/(acts\/|context\/|composer\/|thread\/|DueMark|StatusMark)|model\/due|screens\/inbox\/(?!InboxScreen|ConversationList)/,
            },
            { name: 'settings', test: /src\/(screens\/settings\/|model\/opening-hours|entities\/site)/ },
          ],
        },
      },
    },
  },
});
