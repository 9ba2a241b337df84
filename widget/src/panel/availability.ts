import type { Ack } from '@ventanilla/shared/wire/errors';
import type { SiteAvailability } from '@ventanilla/shared/wire/visitor';

/** Asks the server whether anybody is there; undefined when it does not say. */
export async function askAvailability(base: string, site: string): Promise<SiteAvailability | undefined> {
  try {
    const response = await fetch(new URL(`api/v1/availability/check?site=${site}`, base), { credentials: 'omit' });
    const answer: Ack<SiteAvailability> = await response.json();
    return answer.ok ? answer.data : undefined;
  } catch {
    return undefined;
  }
}
