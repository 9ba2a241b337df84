import type { ArticleId, VisitorId } from '@ventanilla/shared/ids';

/** What a vote adds to an article's counts: nothing when it was given before, a move when it was the other one. */
export interface Vote {
  helpfulYes: number;
  helpfulNo: number;
  /** It could not be counted: as if it had not been given. */
  undo(): void;
}

/** Who has said of which article whether it helped: in memory alone, so that the counts on disk belong to nobody. */
export interface Votes {
  cast(visitorId: VisitorId, articleId: ArticleId, isHelpful: boolean): Vote;
}

export function createVotes(mostKept = 20_000): Votes {
  const votes = new Map<string, boolean>();

  function keep(key: string, vote: boolean | undefined): void {
    votes.delete(key);
    if (vote !== undefined) votes.set(key, vote);
    const oldest = votes.keys().next();
    if (votes.size > mostKept && !oldest.done) votes.delete(oldest.value);
  }

  return {
    cast(visitorId, articleId, isHelpful) {
      const key = `${visitorId} ${articleId}`;
      const before = votes.get(key);
      keep(key, isHelpful);
      return {
        helpfulYes: Number(isHelpful) - Number(before === true),
        helpfulNo: Number(!isHelpful) - Number(before === false),
        undo: () => keep(key, before),
      };
    },
  };
}
