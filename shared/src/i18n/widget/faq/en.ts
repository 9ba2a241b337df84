import type { FaqTexts } from './texts.ts';

export const texts: FaqTexts = {
  popular: 'What people ask most',
  likely: 'We think this is it',
  read: 'Read the answer',
  others: 'Other articles',
  maybe: 'This may help',
  none: 'We have no article about that',
  noneHint: 'We keep a note to write one. Meanwhile, ask us: your text goes with you.',
  notSearched: 'We cannot search right now. Write to us: your text goes with you.',
  foundOne: 'One article',
  found: '{count} articles',

  articles: 'Articles',
  published: '{date} · {count} min read',
  related: 'This may help as well',
  otherTab: '(opens in another tab)',
  gone: 'This article is no longer here',
  goneHint: 'Search again in your own words, or write to us.',
  notLoaded: 'The article could not be loaded. Please check the connection.',

  helped: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you for telling us.',
  sorry: 'Thank you for telling us. Ask us what is missing: a person answers.',
  notSaved: 'That was not saved. Please try again.',
};
