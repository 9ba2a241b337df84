/** The home screen outside opening hours. `{…}` are slots for values. */
export interface ClosedTexts {
  /** At the top of a conversation that has not begun. */
  opening: string;
  title: string;
  message: string;
  hint: string;
  /** A number at once, and an answer `{when}`. */
  promise: string;
  send: string;
  hours: string;
  /** Where the reader's zone is another: `{place}`. */
  hoursAt: string;
  todayIs: string;
  range: string;
  allDay: string;
  shut: string;
  /** Today is a closed date, called `{name}`. */
  holiday: string;
  holidayUnnamed: string;
}
