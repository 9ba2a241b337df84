import { defineConfig } from 'vite';
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
            {
              name: 'conversation',
              test: /src\/components\/(composer\/|thread\/|DueMark|StatusMark)|model\/due|screens\/inbox\/(?!InboxScreen|ConversationList)/,
            },
            { name: 'settings', test: /src\/(screens\/settings\/|model\/opening-hours|entities\/site)/ },
            { name: 'desk', test: isOfTheDesk },
          ],
        },
      },
    },
  },
});

const later =
  /src\/(screens\/(tickets?|settings|door|inbox\/(?!InboxScreen|ConversationList))|i18n\/(dashboard|errors)|model\/(due|opening-hours)|entities\/site|connection\/http|components\/(KeySheet|DueMark|StatusMark|Dialog|PickList|LeaveDialog|MePanel|Field|PasswordField|CopyLine|Problem|SafeLink|browser-name)|gallery|connection\/socket|connection\/back-off|typing|styles|main\.tsx)/;

/** What the first list needs: the desk's own modules and the libraries that draw it. */
function isOfTheDesk(id: string): boolean {
  if (id.includes('node_modules')) return /node_modules\/(preact|@preact|preact-iso)\//.test(id);
  return /(dashboard|shared)\/src\//.test(id) && !later.test(id);
}
