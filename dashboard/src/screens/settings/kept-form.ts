import type { SiteId } from '@ventanilla/shared/ids';
import { agentId } from '../../desk.ts';
import { siteNames } from '../../drafts.ts';
import { recall, remember } from '../../remembered.ts';
import type { SiteForm } from './site-form.ts';

/** Settings that were changed and not saved: leaving the screen, or the page, decides nothing about them. */
export interface KeptForm {
  /** The site's, when the form was begun, and what the form said then. */
  version: number;
  before: SiteForm;
  form: SiteForm;
}

export function keptForm(siteId: SiteId): KeptForm | null {
  try {
    return JSON.parse(recall(siteNames(agentId.peek()) + siteId)) as KeptForm;
  } catch {
    return null;
  }
}

/** Null: nothing is left to save. */
export function keepForm(siteId: SiteId, kept: KeptForm | null): void {
  remember(siteNames(agentId.peek()) + siteId, kept === null ? '' : JSON.stringify(kept));
}
