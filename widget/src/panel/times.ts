import { fill } from '@ventanilla/shared/i18n/fill';
import type { HomeTexts } from '@ventanilla/shared/i18n/widget/home/texts';
import type { Locale } from '@ventanilla/shared/vocabulary';

/** Instants in the reader's words, language and zone. */
export interface Times {
  /** The language in which they are written, as `Intl` knows it. */
  language: string;
  /** `17:52`. */
  time(at: number): string;
  /** `mañana a las 17:22`; further away with the date. */
  when(at: number, now: number): string;
  /** `mañana antes de las 17:22`. */
  by(at: number, now: number): string;
  /** Heading of a day in a conversation. */
  day(at: number, now: number): string;
  /** Equal for instants of the same day. */
  dayOf(at: number): string;
}

export function createTimes(locale: Locale, languages: readonly string[], texts: HomeTexts): Times {
  // `en` alone is American; the browser knows which English. Some say `en-US@posix`, which is no language to `Intl`.
  const language = languages.find((one) => one.startsWith(locale) && !/[^a-z\d-]/i.test(one)) ?? locale;
  /** Made when it is first needed: four of them take a slow phone longer than the home screen, which seldom says a time. */
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      made ??= new Intl.DateTimeFormat(language, options);
      return made.format(at);
    };
  };
  const clock = formatter({ hour: 'numeric', minute: '2-digit' });
  const date = formatter({ day: 'numeric', month: 'long' });
  const weekday = formatter({ weekday: 'long' });
  const longDate = formatter({ weekday: 'long', day: 'numeric', month: 'long' });

  const dayOf = (at: number) => new Date(at).toDateString();
  const shifted = (now: number, days: number) => new Date(now).setDate(new Date(now).getDate() + days);
  const near = (at: number, now: number) => {
    if (dayOf(at) === dayOf(now)) return texts.today;
    if (dayOf(at) === dayOf(shifted(now, 1))) return texts.tomorrow;
    return dayOf(at) === dayOf(shifted(now, -1)) ? texts.yesterday : '';
  };
  /** A weekday alone is the next one of that name. */
  const far = (at: number, now: number) =>
    at > now && at < new Date(shifted(now, 7)).setHours(0, 0, 0, 0) ? weekday : longDate;
  const pair = (at: number, now: number, usual: string, atOne: string) =>
    fill(/^0?1\D/.test(clock(at)) ? atOne : usual, {
      day: near(at, now) || fill(texts.onDate, { date: far(at, now)(at) }),
      time: clock(at),
    });
  return {
    language,
    time: clock,
    when: (at, now) => pair(at, now, texts.at, texts.atOne),
    by: (at, now) => pair(at, now, texts.by, texts.byOne),
    day(at, now) {
      const day = near(at, now);
      return day === '' ? upperFirst(longDate(at)) : `${upperFirst(day)}, ${date(at)}`;
    },
    dayOf,
  };
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
