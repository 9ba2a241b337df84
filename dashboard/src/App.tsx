import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { afterFirstList } from './after-first-list.ts';
import { alerts } from './alert-switches.ts';
import { Blank } from './components/Blank.tsx';
import { Frame } from './components/Frame.tsx';
import { phase, sections } from './desk.ts';
import { isKeySheetOpen, isPaletteOpen, useKeys } from './keys.ts';
import { loadTexts, texts } from './language.ts';
import { lazyScreen } from './lazy-screen.ts';
import { paths, sectionOf } from './paths.ts';
import { InboxScreen } from './screens/inbox/InboxScreen.tsx';
import { startSession } from './session.ts';

const TicketsScreen = lazyScreen(
  ['work'],
  async () => (await import('./screens/tickets/TicketsScreen.tsx')).TicketsScreen,
);
const TicketScreen = lazyScreen(['work'], async () => (await import('./screens/ticket/TicketScreen.tsx')).TicketScreen);
const ArticlesScreen = lazyScreen(
  ['work', 'knowledge'],
  async () => (await import('./screens/articles/ArticlesScreen.tsx')).ArticlesScreen,
);
const ArticleScreen = lazyScreen(
  ['work', 'knowledge'],
  async () => (await import('./screens/articles/ArticleScreen.tsx')).ArticleScreen,
);
const SettingsScreen = lazyScreen(
  ['work', 'settings', 'door'],
  async () => (await import('./screens/settings/SettingsScreen.tsx')).SettingsScreen,
);
const KeySheet = lazyScreen(['work'], async () => (await import('./components/KeySheet.tsx')).KeySheet);
const Palette = lazyScreen(
  ['work', 'settings'],
  async () => (await import('./components/palette/Palette.tsx')).Palette,
);
const Refused = lazyScreen([], async () => (await import('./screens/door/Refused.tsx')).Refused);
const SignInScreen = lazyScreen(['door'], async () => (await import('./screens/door/SignInScreen.tsx')).SignInScreen);
const SetupScreen = lazyScreen(['door'], async () => (await import('./screens/door/SetupScreen.tsx')).SetupScreen);
const JoinScreen = lazyScreen(['door'], async () => (await import('./screens/door/JoinScreen.tsx')).JoinScreen);
const ForgotScreen = lazyScreen(['door'], async () => (await import('./screens/door/ForgotScreen.tsx')).ForgotScreen);
const ResetScreen = lazyScreen(['door'], async () => (await import('./screens/door/ResetScreen.tsx')).ResetScreen);

/** What can be opened without a session has addresses of its own; everything else is the desk. */
export function App() {
  return (
    <LocationProvider scope={paths.base}>
      <Safely>
        <Entrance />
      </Safely>
    </LocationProvider>
  );
}

const doors: Record<string, ComponentType> = {
  [paths.setup]: SetupScreen,
  [paths.join]: JoinScreen,
  [paths.forgot]: ForgotScreen,
  [paths.reset]: ResetScreen,
};

function Entrance() {
  const Door = doors[useLocation().path];
  return Door ? <Door /> : <Desk />;
}

function Desk() {
  useEffect(() => {
    if (phase.peek().kind === 'opening') void startSession();
  }, []);
  const { frame } = texts.value;
  const state = phase.value;
  if (state.kind === 'opening') {
    return (
      <main class="opening">
        <h1>{frame.opening}</h1>
      </main>
    );
  }
  if (state.kind === 'signedOut') return <SignInScreen />;
  if (state.kind === 'open') return <Screens />;
  return <Refused failure={state.failure} />;
}

function Screens() {
  const { route, path } = useLocation();
  useTitle(path);
  useAlerts(route);
  useKeys({
    'g i': () => route(paths.inbox),
    'g t': () => route(paths.tickets),
    'g k': () => route(paths.articles),
    'g s': () => route(paths.settings),
    '?': () => {
      isKeySheetOpen.value = true;
    },
  });
  return (
    <Frame>
      <Safely key={sectionOf(path)}>
        <Router>
          <Route path={paths.base} component={InboxScreen} />
          <Route path={`${paths.inbox}/:id?`} component={InboxScreen} />
          <Route path={paths.tickets} component={TicketsScreen} />
          <Route path={`${paths.tickets}/:number`} component={TicketScreen} />
          <Route path={paths.articles} component={ArticlesScreen} />
          <Route path={`${paths.articles}/:id`} component={ArticleScreen} />
          <Route path={paths.settings} component={SettingsScreen} />
          <Route path={`${paths.settings}/*`} component={SettingsScreen} />
          <Route default component={NotFound} />
        </Router>
      </Safely>
      {isPaletteOpen.value && (
        <Safely>
          <Palette />
        </Safely>
      )}
      {isKeySheetOpen.value && (
        <Safely>
          <KeySheet />
        </Safely>
      )}
    </Frame>
  );
}

function NotFound() {
  const { frame } = texts.value;
  return (
    <Blank icon="info" title={frame.notFound} hint={frame.notFoundHint} isWholePage>
      <a class="button primary" href={paths.inbox}>
        {frame.toInbox}
      </a>
    </Blank>
  );
}

/** A screen that cannot be loaded or drawn leaves the rest of the desk standing. */
function Safely({ children }: { children: ComponentChildren }) {
  const [isBroken, setBroken] = useState(false);
  const { frame, common } = texts.value;
  if (!isBroken) return <ErrorBoundary onError={() => setBroken(true)}>{children}</ErrorBoundary>;
  return (
    <Blank icon="alert" title={frame.broken} hint={frame.brokenHint} isProblem isWholePage>
      <button type="button" class="button primary" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </Blank>
  );
}

/** Rings when somebody begins to wait; not in the first list, since nobody can be new before it is there. */
function useAlerts(route: (path: string) => void): void {
  useEffect(() => {
    let isWanted = true;
    let stop = (): void => undefined;
    const cancel = afterFirstList(async () => {
      const [{ watchQueue }] = await Promise.all([import('./alerts.ts'), loadTexts('work')]);
      if (isWanted) stop = watchQueue(route);
    });
    return () => {
      isWanted = false;
      cancel();
      stop();
    };
  }, []);
}

/** The tab says how many wait and where the reader is. */
function useTitle(path: string): void {
  const { frame, product } = texts.value;
  const waiting = alerts.value.title ? sections.value.queue.length : 0;
  const section = path.startsWith(paths.tickets)
    ? frame.tickets
    : path.startsWith(paths.articles)
      ? frame.articles
      : path.startsWith(paths.settings)
        ? frame.settings
        : frame.inbox;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${section} · ${product}`;
  }, [waiting, section, product]);
}
