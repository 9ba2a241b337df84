import { spanish } from '@ventanilla/shared/search/spanish';
import { titleSearch } from './title-search.ts';

export const searchIn = titleSearch(spanish);
