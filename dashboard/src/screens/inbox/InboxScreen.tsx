import type { ConversationId } from '@ventanilla/shared/ids';
import { idPattern } from '@ventanilla/shared/ids';
import { rowsOf } from '@ventanilla/shared/state/rows';
import { useEffect } from 'preact/hooks';
import { ErrorBoundary, useLocation } from 'preact-iso';
import { afterFirstList } from '../../after-first-list.ts';
import { Blank } from '../../components/Blank.tsx';
import { Icon } from '../../components/Icon.tsx';
import { closeConversation, openConversation } from '../../conversations.ts';
import { inbox, isAdmin, sections, sites } from '../../desk.ts';
import { useKeys } from '../../keys.ts';
import { texts } from '../../language.ts';
import { lazyScreen } from '../../lazy-screen.ts';
import { paths } from '../../paths.ts';
import { ConversationList, shownRows } from './ConversationList.tsx';
import '../../styles/inbox.css';

const ConversationPane = lazyScreen(['work'], async () => (await import('./ConversationPane.tsx')).ConversationPane);

/** Who waits, who has them, and the conversation in hand. On a phone, one of them at a time. */
export function InboxScreen({ id }: { id?: string }) {
  const { route } = useLocation();
  const conversationId = id !== undefined && isConversationId(id) ? id : null;

  useEffect(() => {
    if (conversationId === null) return;
    void openConversation(conversationId);
    return () => closeConversation(conversationId);
  }, [conversationId]);

  useEffect(() => afterFirstList(() => void ConversationPane.preload()), []);

  const step = (by: 1 | -1): void => {
    const rows = shownRows();
    const at = rows.findIndex((row) => row.id === conversationId);
    const next = rows[at === -1 ? 0 : at + by];
    if (next) route(paths.conversation(next.id), conversationId !== null);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  return (
    <div class={conversationId === null ? 'inbox at-list' : 'inbox at-thread'}>
      <ConversationList openId={conversationId} />
      {conversationId === null ? (
        <NothingOpen />
      ) : (
        <ErrorBoundary>
          <ConversationPane id={conversationId} key={conversationId} backHref={paths.inbox} />
        </ErrorBoundary>
      )}
    </div>
  );
}

function isConversationId(text: string): text is ConversationId {
  return idPattern('conversation').test(text);
}

function NothingOpen() {
  const words = texts.value.inbox;
  const oldest = sections.value.queue[0];
  if (rowsOf(inbox.value.rows).length === 0) return <FirstRun />;
  return (
    <section class="thread-pane empty">
      <Blank icon="words" title={words.pick} hint={oldest ? words.pickHint : words.emptyQueueHint}>
        {oldest && (
          <a class="button primary" href={paths.conversation(oldest.id)}>
            {words.openOldest}
          </a>
        )}
      </Blank>
    </section>
  );
}

function FirstRun() {
  const words = texts.value.inbox;
  const site = [...sites.value.values()][0];
  return (
    <section class="thread-pane empty">
      <Blank icon="words" title={words.firstRun} hint={words.firstRunHint}>
        {site && (
          <a class="button primary" href={paths.site(site.id)}>
            <Icon name="code" />
            {words.toTag}
          </a>
        )}
        {isAdmin.value && (
          <a class="button quiet" href="/demo" target="_blank" rel="noreferrer">
            {words.toDemo}
          </a>
        )}
      </Blank>
    </section>
  );
}
