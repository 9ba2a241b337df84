import type { Requester } from '@ventanilla/shared/entities/ticket';
import { texts } from '../language.ts';

/** What we call somebody: their name, else their address, else "visitor". */
export function nameOf(requester: Requester): string {
  return requester.name || requester.email || texts.value.inbox.visitor;
}
