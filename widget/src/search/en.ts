import { english } from '@ventanilla/shared/search/english';
import { titleSearch } from './title-search.ts';

export const searchIn = titleSearch(english);
