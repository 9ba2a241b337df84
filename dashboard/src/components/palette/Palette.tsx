import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isPaletteOpen } from '../../keys.ts';
import { texts } from '../../language.ts';
import { matching } from '../../model/palette.ts';
import { Icon } from '../Icon.tsx';
import { type PaletteEntry, paletteGroups, paletteItems, ticketByNumber } from './palette-items.ts';
import '../../styles/palette.css';

/** Everything by name: arrows move, Enter does it, Esc leaves. The focus stays in the field. */
export function Palette() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { route } = useLocation();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const words = texts.value.palette;
  // What a key does is asked before this takes the focus, while the screen below is the one that listens.
  const items = useMemo(() => paletteItems(route), []);
  const found = [...matching(items, query), ...ticketByNumber(query, items, route)];
  const listed = paletteGroups.flatMap((group) => found.filter((item) => item.group === group));
  const chosen = listed[Math.min(at, listed.length - 1)];

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    document.getElementById(`${id}-${chosen?.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const choose = (item: PaletteEntry | undefined): void => {
    if (!item) return;
    // First the focus goes back where it was, then the act may take it elsewhere.
    dialog.current?.close();
    item.act();
  };
  const move = (by: 1 | -1): void => {
    if (listed.length > 0) setAt((Math.min(at, listed.length - 1) + by + listed.length) % listed.length);
  };

  return (
    <dialog
      class="dialog palette"
      ref={dialog}
      aria-label={words.title}
      onClose={() => {
        isPaletteOpen.value = false;
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="palette-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-label={words.title}
          placeholder={words.placeholder}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'ArrowDown') move(1);
            else if (event.key === 'ArrowUp') move(-1);
            else if (event.key === 'Enter') choose(chosen);
            else return;
            event.preventDefault();
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div class="palette-list" id={id} role="listbox" aria-label={words.results}>
        {paletteGroups.map((group) => {
          const own = listed.filter((item) => item.group === group);
          if (own.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a listbox.
            <div key={group} role="group" aria-label={words[group]}>
              <p class="palette-group" aria-hidden="true">
                {words[group]}
              </p>
              {own.map((item) => (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps the focus and the keys.
                <div
                  key={item.id}
                  id={`${id}-${item.id}`}
                  role="option"
                  aria-selected={item === chosen}
                  onClick={() => choose(item)}
                  onPointerMove={() => setAt(listed.indexOf(item))}
                >
                  <Icon name={item.icon} />
                  <span class="one-line">{item.name}</span>
                  <span class="palette-hint one-line">{item.hint}</span>
                </div>
              ))}
            </div>
          );
        })}
      </div>
      <p class="palette-nothing" role="status">
        {listed.length === 0 && (
          <>
            <b>{words.nothing}</b>
            {words.nothingHint}
          </>
        )}
      </p>
    </dialog>
  );
}
