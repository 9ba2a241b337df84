import { fill } from '@ventanilla/shared/i18n/fill';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary } from 'preact-iso';
import { afterFirstList } from '../after-first-list.ts';
import { me, notice, offlineSince } from '../desk.ts';
import { unsentCount } from '../drafts.ts';
import { isKeySheetOpen } from '../keys.ts';
import { counted, sentenceOf, texts } from '../language.ts';
import { lazyScreen } from '../lazy-screen.ts';
import { signOut } from '../session.ts';
import { Avatar } from './Avatar.tsx';
import { Menu } from './Menu.tsx';
import { PresenceDot } from './PresenceDot.tsx';

const MePanel = lazyScreen(['work'], async () => (await import('./MePanel.tsx')).MePanel);
const LeaveDialog = lazyScreen([], async () => (await import('./LeaveDialog.tsx')).LeaveDialog);

/** Who I am: my availability, how things look, and the way out. */
export function MeMenu() {
  /** How much would be deleted; 0 while nobody is asked about it. */
  const [unsent, setUnsent] = useState(0);
  const agent = me.value;
  useEffect(() => afterFirstList(() => void MePanel.preload()), []);
  if (agent === null) return null;
  const words = texts.value.me;
  const face = (
    <>
      <Avatar id={agent.id} name={agent.name} />
      <PresenceDot state={offlineSince.value !== 0 ? 'gone' : agent.availability === 'away' ? 'away' : 'here'} />
    </>
  );
  return (
    <>
      <Menu
        label={fill(words.menu, { name: agent.name, availability: words.availability[agent.availability] })}
        face={face}
        buttonClass="me"
        side="above"
      >
        {(close) => (
          <ErrorBoundary>
            <MePanel
              agent={agent}
              onKeys={() => {
                close();
                isKeySheetOpen.value = true;
              }}
              onLeave={() => {
                close();
                // Counted now: drafts are no signals, and this was drawn before they were written.
                const count = unsentCount(agent.id);
                if (count > 0) setUnsent(count);
                else void leave();
              }}
            />
          </ErrorBoundary>
        )}
      </Menu>
      {unsent > 0 && (
        <ErrorBoundary>
          <LeaveDialog
            hint={counted(words.unsent, unsent)}
            onLeave={() => {
              setUnsent(0);
              void leave();
            }}
            onStay={() => setUnsent(0)}
          />
        </ErrorBoundary>
      )}
    </>
  );
}

async function leave(): Promise<void> {
  const answer = await signOut();
  if (!answer.ok) notice.value = sentenceOf(answer.error);
}
