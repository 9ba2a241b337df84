import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { notice, offlineSince, outbox, sections } from '../desk.ts';
import { counted, texts } from '../language.ts';
import { tryNow } from '../live.ts';
import { isOnlyHere } from '../only-here.ts';
import { paths, sectionOf } from '../paths.ts';
import { clockTime, fillTime } from '../time-words.ts';
import { Icon, type IconName } from './Icon.tsx';
import { MeMenu } from './MeMenu.tsx';

/** What stays while screens change: the rail, the strips that say we are offline or keep nothing, and the passing sentence. */
export function Frame({ children }: { children: ComponentChildren }) {
  const { frame, product } = texts.value;
  const { path } = useLocation();
  const waiting = sections.value.queue.length;
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {frame.skip}
      </a>
      <nav class="rail" aria-label={frame.sections}>
        <span class="logo" title={product}>
          <Icon name="window" size="large" />
        </span>
        <RailLink href={paths.inbox} icon="inbox" label={frame.inbox} path={path}>
          {waiting > 0 && (
            <span class="count">
              {waiting}
              <span class="sr-only">: {counted(frame.waiting, waiting)}</span>
            </span>
          )}
        </RailLink>
        <RailLink href={paths.tickets} icon="ticket" label={frame.tickets} path={path} />
        <RailLink href={paths.articles} icon="book" label={frame.articles} path={path} />
        <RailLink href={paths.settings} icon="sliders" label={frame.settings} path={path} />
        <MeMenu />
      </nav>
      <main class="main" id="content" tabIndex={-1}>
        <OfflineStrip />
        <OnlyHereStrip />
        <div class="screen">{children}</div>
      </main>
      <Notice />
    </div>
  );
}

interface RailLinkProps {
  href: string;
  icon: IconName;
  label: string;
  path: string;
  children?: ComponentChildren;
}

function RailLink({ href, icon, label, path, children }: RailLinkProps) {
  return (
    <a href={href} aria-current={sectionOf(path) === sectionOf(href) ? 'page' : undefined}>
      <Icon name={icon} size="large" />
      {label}
      {children}
    </a>
  );
}

function OfflineStrip() {
  const { connection } = texts.value;
  const since = offlineSince.value;
  const waiting = outbox.value.length;
  return (
    <div role="status">
      {since !== 0 && (
        <p class="strip waiting">
          <Icon name="unplugged" />
          <span>
            <b>{fillTime(connection.offline, { time: clockTime(since) })}</b> {connection.offlineHint}{' '}
            {waiting > 0 && counted(connection.waiting, waiting)}
          </span>
          <button type="button" class="button small" onClick={tryNow}>
            {connection.tryNow}
          </button>
        </p>
      )}
    </div>
  );
}

/** The browser keeps nothing: what is written lasts as long as the page. */
function OnlyHereStrip() {
  return (
    <div role="status">
      {isOnlyHere.value && (
        <p class="strip waiting">
          <Icon name="alert" />
          <span>{texts.value.connection.onlyHere}</span>
        </p>
      )}
    </div>
  );
}

const noticeMs = 8_000;

function Notice() {
  const text = notice.value;
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => {
      notice.value = '';
    }, noticeMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="notice-place" role="status">
      {text !== '' && (
        <p class="notice">
          {text}
          <button
            type="button"
            class="button quiet icon-only small"
            aria-label={texts.value.common.dismiss}
            onClick={() => {
              notice.value = '';
            }}
          >
            <Icon name="cross" />
          </button>
        </p>
      )}
    </div>
  );
}
