import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Blank } from './components/Blank.tsx';
import { Frame } from './components/Frame.tsx';
import { phase, sections } from './desk.ts';
import { isKeySheetOpen, useKeys } from './keys.ts';
import { sentenceOf, texts } from './language.ts';
import { paths } from './paths.ts';
import { InboxScreen } from './screens/inbox/InboxScreen.tsx';
import { startSession } from './session.ts';

const TicketsScreen = lazy(() => import('./screens/tickets/TicketsScreen.tsx').then((module) => module.TicketsScreen));
const TicketScreen = lazy(() => import('./screens/ticket/TicketScreen.tsx').then((module) => module.TicketScreen));
const SettingsScreen = lazy(() =>
  import('./screens/settings/SettingsScreen.tsx').then((module) => module.SettingsScreen),
);
const KeySheet = lazy(() => import('./components/KeySheet.tsx').then((module) => module.KeySheet));
const SignInScreen = lazy(() => import('./screens/door/SignInScreen.tsx').then((module) => module.SignInScreen));
const SetupScreen = lazy(() => import('./screens/door/SetupScreen.tsx').then((module) => module.SetupScreen));
const JoinScreen = lazy(() => import('./screens/door/JoinScreen.tsx').then((module) => module.JoinScreen));
const ForgotScreen = lazy(() => import('./screens/door/ForgotScreen.tsx').then((module) => module.ForgotScreen));
const ResetScreen = lazy(() => import('./screens/door/ResetScreen.tsx').then((module) => module.ResetScreen));

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
  const { frame, common } = texts.value;
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
  return (
    <main class="opening">
      <Blank icon="alert" title={frame.refused} hint={sentenceOf(state.failure)} isProblem isWholePage>
        <button type="button" class="button primary" onClick={() => location.reload()}>
          {common.reload}
        </button>
      </Blank>
    </main>
  );
}

function Screens() {
  const { route, path } = useLocation();
  useTitle(path);
  useKeys({
    'g i': () => route(paths.inbox),
    'g t': () => route(paths.tickets),
    'g s': () => route(paths.settings),
    '?': () => {
      isKeySheetOpen.value = true;
    },
  });
  return (
    <Frame>
      <Safely key={path.split('/')[2]}>
        <Router>
          <Route path={paths.base} component={InboxScreen} />
          <Route path={`${paths.inbox}/:id?`} component={InboxScreen} />
          <Route path={paths.tickets} component={TicketsScreen} />
          <Route path={`${paths.tickets}/:number`} component={TicketScreen} />
          <Route path={paths.settings} component={SettingsScreen} />
          <Route path={`${paths.settings}/*`} component={SettingsScreen} />
          <Route default component={NotFound} />
        </Router>
      </Safely>
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

/** The tab says how many wait and where the reader is. */
function useTitle(path: string): void {
  const { frame, product } = texts.value;
  const waiting = sections.value.queue.length;
  const section = path.startsWith(paths.tickets)
    ? frame.tickets
    : path.startsWith(paths.settings)
      ? frame.settings
      : frame.inbox;
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${section} · ${product}`;
  }, [waiting, section, product]);
}
