import type { ArticleId, SiteId } from '@ventanilla/shared/ids';
import type { Locale } from '@ventanilla/shared/vocabulary';
import type { MissRow } from '../domain/rows.ts';
import type { Store } from '../storage/store.ts';
import type { ShelvedArticle } from './shelf.ts';

/** What reading and searching leave behind, counted in memory so that neither of them writes; a job writes the sums. */
export interface Tallies {
  viewed(article: Pick<ShelvedArticle, 'id' | 'views'>): void;
  /** KB3. `text` as `missText` leaves it. */
  missed(siteId: SiteId, locale: Locale, text: string, at: number): void;
  /** Writes the sums; what could not be written is counted on. */
  flush(now: number): Promise<void>;
}

/** Sums that wait; whoever searches for nonsense fills no more than this. */
const mostWaiting = 1_000;
const missesKept = 2_000;
const missLifeMs = 30 * 24 * 60 * 60 * 1000;

export function createTallies(store: Pick<Store, 'articles' | 'misses'>): Tallies {
  const views = new Map<ArticleId, number>();
  const misses = new Map<string, MissRow>();

  function add(miss: MissRow): void {
    const key = `${miss.siteId} ${miss.locale} ${miss.text}`;
    const known = misses.get(key);
    if (!known && misses.size >= mostWaiting) return;
    const lastAt = Math.max(miss.lastAt, known?.lastAt ?? 0);
    misses.set(key, { ...miss, count: miss.count + (known?.count ?? 0), lastAt });
  }

  async function flushViews(): Promise<void> {
    const counted = [...views];
    views.clear();
    if (counted.length === 0) return;
    try {
      await store.articles.addTallies(counted.map(([id, n]) => ({ id, views: n, helpfulYes: 0, helpfulNo: 0 })));
    } catch (error) {
      for (const [id, n] of counted) views.set(id, n + (views.get(id) ?? 0));
      throw error;
    }
  }

  async function flushMisses(now: number): Promise<void> {
    const counted = [...misses.values()];
    misses.clear();
    if (counted.length === 0) return;
    try {
      await store.misses.add(counted, now - missLifeMs, missesKept);
    } catch (error) {
      for (const miss of counted) add(miss);
      throw error;
    }
  }

  return {
    viewed(article) {
      article.views += 1;
      views.set(article.id, 1 + (views.get(article.id) ?? 0));
    },
    missed: (siteId, locale, text, at) => add({ siteId, locale, text, count: 1, lastAt: at }),
    async flush(now) {
      await flushViews();
      await flushMisses(now);
    },
  };
}
