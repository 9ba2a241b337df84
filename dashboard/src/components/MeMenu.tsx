import { fill } from '@ventanilla/shared/i18n/fill';
import { type Availability, availabilities, locales } from '@ventanilla/shared/vocabulary';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ErrorBoundary, lazy } from 'preact-iso';
import { agents, me, notice, offlineSince, outbox } from '../desk.ts';
import { draftCount } from '../drafts.ts';
import { isKeySheetOpen } from '../keys.ts';
import { chooseLanguage, counted, locale, sentenceOf, texts } from '../language.ts';
import { call } from '../live.ts';
import { changeRow } from '../model/directory.ts';
import { signOut } from '../session.ts';
import { chooseTheme, theme, themes } from '../theme.ts';
import { Avatar } from './Avatar.tsx';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import { PresenceDot } from './PresenceDot.tsx';

const LeaveDialog = lazy(() => import('./LeaveDialog.tsx').then((module) => module.LeaveDialog));

/** Who I am: my availability, how things look, and the way out. */
export function MeMenu() {
  const [isLeaving, setLeaving] = useState(false);
  const agent = me.value;
  if (agent === null) return null;
  const words = texts.value.me;
  const unsent = outbox.value.length + draftCount(agent.id);
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
          <>
            <p class="menu-title">
              <b>{agent.name}</b>
              <small>{agent.email}</small>
            </p>
            <Choices label={words.state}>
              {availabilities.map((availability) => (
                <Choice
                  key={availability}
                  isChosen={agent.availability === availability}
                  onChoose={() => void setAvailability(availability)}
                  hint={words.availabilityHint[availability]}
                >
                  {words.availability[availability]}
                </Choice>
              ))}
            </Choices>
            <Choices label={words.theme} isRow>
              {themes.map((name) => (
                <Choice key={name} isChosen={theme.value === name} onChoose={() => chooseTheme(name)}>
                  {words.themes[name]}
                </Choice>
              ))}
            </Choices>
            <Choices label={words.language} isRow>
              {locales.map((name) => (
                <Choice key={name} isChosen={locale.value === name} onChoose={() => void chooseLanguage(name)}>
                  <span lang={name}>{name === 'es' ? 'Español' : 'English'}</span>
                </Choice>
              ))}
            </Choices>
            <hr />
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                isKeySheetOpen.value = true;
              }}
            >
              <Icon name="keyboard" />
              {words.keys}
            </button>
            <button
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                if (unsent > 0) setLeaving(true);
                else void leave();
              }}
            >
              <Icon name="leave" isDirected />
              {words.signOut}
            </button>
          </>
        )}
      </Menu>
      {isLeaving && (
        <ErrorBoundary>
          <LeaveDialog
            hint={counted(words.unsent, unsent)}
            onLeave={() => void leave()}
            onStay={() => setLeaving(false)}
          />
        </ErrorBoundary>
      )}
    </>
  );
}

function Choices({ label, isRow = false, children }: { label: string; isRow?: boolean; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a menu.
    <div role="group" aria-label={label} class={isRow ? 'choices in-row' : 'choices'}>
      <span class="menu-heading" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps {
  isChosen: boolean;
  onChoose: () => void;
  hint?: string;
  children: ComponentChildren;
}

function Choice({ isChosen, onChoose, hint, children }: ChoiceProps) {
  return (
    <button type="button" role="menuitemradio" aria-checked={isChosen} onClick={onChoose}>
      <span class="tick">{isChosen && <Icon name="check" />}</span>
      <span>
        {children}
        {hint && <small>{hint}</small>}
      </span>
    </button>
  );
}

/** Shown at once; the server's refusal puts it back and says why. */
async function setAvailability(availability: Availability): Promise<void> {
  const before = me.value;
  if (before === null || before.availability === availability) return;
  agents.value = new Map(agents.value).set(before.id, { ...before, availability });
  const answer = await call('availability:set', { availability });
  if (answer.ok) {
    agents.value = changeRow(agents.value, answer.data.agent);
    return;
  }
  agents.value = new Map(agents.value).set(before.id, before);
  notice.value = sentenceOf(answer.error);
}

async function leave(): Promise<void> {
  const answer = await signOut();
  if (!answer.ok) notice.value = sentenceOf(answer.error);
}
