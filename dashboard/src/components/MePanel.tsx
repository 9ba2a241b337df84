import type { Agent } from '@ventanilla/shared/entities/agent';
import { type Availability, availabilities, locales } from '@ventanilla/shared/vocabulary';
import type { ComponentChildren } from 'preact';
import { agents, me, notice } from '../desk.ts';
import { chooseLanguage, locale, sentenceOf, texts } from '../language.ts';
import { call } from '../live.ts';
import { changeRow } from '../model/directory.ts';
import { chooseTheme, theme, themes } from '../theme.ts';
import { Icon } from './Icon.tsx';

/** What the menu of the signed-in agent offers. */
export function MePanel({ agent, onKeys, onLeave }: { agent: Agent; onKeys: () => void; onLeave: () => void }) {
  const words = texts.value.me;
  return (
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
      <button type="button" role="menuitem" onClick={onKeys}>
        <Icon name="keyboard" />
        {words.keys}
      </button>
      <button type="button" role="menuitem" onClick={onLeave}>
        <Icon name="leave" isDirected />
        {words.signOut}
      </button>
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
