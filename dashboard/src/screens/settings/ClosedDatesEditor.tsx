import type { ClosedDates } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { now } from '../../clock.ts';
import { Icon } from '../../components/Icon.tsx';
import { texts } from '../../language.ts';
import { withFrom } from '../../model/closed-dates.ts';

interface ClosedDatesEditorProps {
  closedDates: readonly ClosedDates[];
  problem: string;
  onChange: (closedDates: readonly ClosedDates[]) => void;
}

/** SL3: days on which the week does not count, each with a name that visitors read. */
export function ClosedDatesEditor({ closedDates, problem, onChange }: ClosedDatesEditorProps) {
  const words = texts.value.site;
  const change = (index: number, part: Partial<ClosedDates>): void =>
    onChange(closedDates.map((dates, at) => (at === index ? { ...dates, ...part } : dates)));
  const add = (): void => {
    const today = new Date(now.value).toISOString().slice(0, 10);
    onChange([...closedDates, { from: today, to: today, name: '' }]);
  };
  return (
    <fieldset class="hours">
      <legend class="sr-only">{words.closedDates}</legend>
      {closedDates.length > 0 && (
        <ul class="closed-dates">
          {closedDates.map((dates, index) => {
            const slots = { count: index + 1 };
            return (
              <li key={index}>
                <input
                  type="date"
                  class="input"
                  aria-label={fill(words.closedFrom, slots)}
                  value={dates.from}
                  onChange={(e) => change(index, withFrom(dates, e.currentTarget.value))}
                />
                <input
                  type="date"
                  class="input"
                  aria-label={fill(words.closedTo, slots)}
                  min={dates.from}
                  value={dates.to}
                  onChange={(e) => change(index, { to: e.currentTarget.value })}
                />
                <input
                  class="input"
                  aria-label={fill(words.closedName, slots)}
                  placeholder={words.closedNameHint}
                  maxLength={limits.closedNameLength}
                  value={dates.name}
                  onInput={(e) => change(index, { name: e.currentTarget.value })}
                />
                <button
                  type="button"
                  class="button quiet icon-only small"
                  aria-label={fill(words.removeClosed, { name: dates.name || dates.from })}
                  onClick={() => onChange(closedDates.filter((_, at) => at !== index))}
                >
                  <Icon name="cross" size="small" />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {closedDates.length < limits.closedDatesPerSite && (
        <button type="button" class="button quiet small" onClick={add}>
          <Icon name="plus" size="small" />
          {words.addClosed}
        </button>
      )}
      {problem && <p class="field-note wrong">{problem}</p>}
    </fieldset>
  );
}
