import type { ContextCard } from '@ventanilla/shared/entities/conversation';
import { contextTextLength, urlLength } from '@ventanilla/shared/limits';

/** CV7: what the page and the browser say of themselves, for the first message. */
export function contextCard(): ContextCard {
  const text = (value: string) => value.slice(0, contextTextLength);
  return {
    pageUrl: location.href.slice(0, urlLength),
    pageTitle: text(document.title),
    referrer: document.referrer.slice(0, urlLength),
    userAgent: text(navigator.userAgent),
    language: text(navigator.language),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewport: `${innerWidth}×${innerHeight}`,
  };
}
