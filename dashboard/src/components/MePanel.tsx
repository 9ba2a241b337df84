import type { Agent } from '@ventanilla/shared/entities/agent';
import { availabilities, locales } from '@ventanilla/shared/vocabulary';
import type { ComponentChildren } from 'preact';
import { setAvailability } from '../availability.ts';
import { chooseLanguage, locale, texts } from '../language.ts';
import { chooseTheme, theme, themes } from '../theme.ts';
import { AlertChoices } from './AlertChoices.tsx';
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
      <AlertChoices />
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
