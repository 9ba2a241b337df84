import { alwaysOpen, type OpeningHours } from '@ventanilla/shared/entities/site';
import { fill } from '@ventanilla/shared/i18n/fill';
import { limits } from '@ventanilla/shared/limits';
import { type Weekday, weekdays } from '@ventanilla/shared/vocabulary';
import { Icon } from '../../components/Icon.tsx';
import { texts } from '../../language.ts';
import {
  addInterval,
  changeInterval,
  clockOf,
  endMinutesOf,
  isAlwaysOpen,
  lengthOf,
  minutesOf,
  officeHours,
  removeInterval,
} from '../../model/opening-hours.ts';
import { lengthWords } from '../../time-words.ts';
import { ClockInput } from './ClockInput.tsx';

interface HoursEditorProps {
  hours: OpeningHours;
  problem: string;
  onChange: (hours: OpeningHours) => void;
}

/** SL3: any number of intervals a day, past midnight allowed; "always" is all of every day. */
export function HoursEditor({ hours, problem, onChange }: HoursEditorProps) {
  const words = texts.value.site;
  const isAlways = isAlwaysOpen(hours);
  return (
    <fieldset class="hours">
      <legend class="sr-only">{words.hours}</legend>
      <div class="segments">
        <label>
          <input type="radio" name="hours" checked={isAlways} onChange={() => onChange(alwaysOpen)} />
          {words.alwaysOpen}
        </label>
        <label>
          <input type="radio" name="hours" checked={!isAlways} onChange={() => onChange(officeHours)} />
          {words.byHours}
        </label>
      </div>
      {!isAlways && (
        <ul class="week">
          {weekdays.map((day) => (
            <Day key={day} day={day} hours={hours} onChange={onChange} />
          ))}
        </ul>
      )}
      {problem && <p class="field-note wrong">{problem}</p>}
    </fieldset>
  );
}

function Day({ day, hours, onChange }: { day: Weekday; hours: OpeningHours; onChange: (hours: OpeningHours) => void }) {
  const words = texts.value.site;
  const name = texts.value.weekday[day];
  const intervals = hours[day] ?? [];
  const sum = intervals.reduce((minutes, interval) => minutes + lengthOf(interval), 0);
  return (
    <li class={intervals.length === 0 ? 'day-row off' : 'day-row'}>
      <span class="day-name">{name}</span>
      <span class="spans">
        {intervals.length === 0 && <span class="faint">{words.closedDay}</span>}
        {intervals.map((interval, index) => {
          const from = clockOf(interval.from);
          const to = clockOf(interval.to);
          const change = (part: 'from' | 'to', clock: string): boolean => {
            const minutes = part === 'to' ? endMinutesOf(clock) : minutesOf(clock);
            if (minutes === null) return false;
            if (minutes !== interval[part])
              onChange(changeInterval(hours, day, index, { ...interval, [part]: minutes }));
            return true;
          };
          return (
            <span class="span" key={index}>
              <ClockInput
                label={fill(words.from, { day: name })}
                value={from}
                onTime={(clock) => change('from', clock)}
              />
              –
              <ClockInput label={fill(words.to, { day: name })} value={to} onTime={(clock) => change('to', clock)} />
              {interval.to <= interval.from && <small class="next-day">{words.nextDay}</small>}
              <button
                type="button"
                class="button quiet icon-only small"
                aria-label={fill(words.removeInterval, { from, to, day: name.toLocaleLowerCase() })}
                onClick={() => onChange(removeInterval(hours, day, index))}
              >
                <Icon name="cross" size="small" />
              </button>
            </span>
          );
        })}
        {intervals.length < limits.intervalsPerDay && (
          <button
            type="button"
            class="button quiet small"
            aria-label={fill(words.addIntervalOn, { day: name.toLocaleLowerCase() })}
            onClick={() => onChange(addInterval(hours, day))}
          >
            <Icon name="plus" size="small" />
            {words.addInterval}
          </button>
        )}
      </span>
      <span class="day-sum">{sum > 0 && lengthWords(sum * 60_000)}</span>
    </li>
  );
}
