import type { PageAttributes } from '@ventanilla/shared/entities/conversation';
import { arePageAttributes } from '@ventanilla/shared/page-attributes';
import type { Decision } from '../decision.ts';
import type { ConversationHead, ConversationRow, JsonValue } from '../rows.ts';
import { isClosed } from './closed.ts';
import { conversationEvent } from './lines.ts';
import type { Actor, Situation } from './situation.ts';

/** CV8. As the page last said it; cards of earlier versions have none. */
export function attributesOf({ attributes }: ConversationRow['context']): PageAttributes {
  return isRecord(attributes) && arePageAttributes(attributes) ? attributes : {};
}

/** When the page changed what it said with the first message; 0: never. */
export function attributesAt({ attributesAt: at }: ConversationRow['context']): number {
  return typeof at === 'number' ? at : 0;
}

/** CV8. In place of what the page said before; history keeps what has changed. Saying the same again is nothing. */
export function setAttributes(
  head: ConversationHead,
  attributes: PageAttributes,
  visitor: Actor,
  situation: Situation,
): Decision {
  if (!goesOn(head)) return { ok: false, reason: 'not_writable' };
  const known = attributesOf(head.context);
  const names = Object.keys({ ...known, ...attributes }).filter((name) => known[name] !== attributes[name]);
  if (names.length === 0) return { ok: true, entries: [], events: [] };
  const before = only(known, names);
  const after = only(attributes, names);
  // Two changes in one millisecond are two.
  const at = Math.max(situation.now, attributesAt(head.context) + 1);
  return {
    ok: true,
    entries: [],
    patch: { context: { ...head.context, attributes, attributesAt: at } },
    events: [conversationEvent(attributesSet, head, visitor, situation, before, after)],
  };
}

/** The event's type: a page may say much, so it is left out where people read what happened. */
export const attributesSet = 'conversation.attributesSet';

function goesOn(head: ConversationHead): boolean {
  return head.state !== 'ended' || (head.ticket !== null && !isClosed(head));
}

function only(attributes: PageAttributes, names: readonly string[]): PageAttributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}

function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
