/** When a conversation or its ticket is over. `{…}` are slots for values. */
export interface EndingTexts {
  isSolved: string;
  /** What happens if it is not. */
  solvedHint: string;
  yes: string;
  no: string;
  notSolved: string;

  ask: string;
  readers: string;
  readersTeam: string;
  rating: { bad: string; fair: string; good: string };
  why: { bad: string; fair: string; good: string };
  optional: string;
  sendComment: string;
  /** `{rating}` is one of the three. */
  saved: string;
  savedComment: string;
}
