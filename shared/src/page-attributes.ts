import type { PageAttributes } from './entities/conversation.ts';
import { attributeNameLength, attributesPerConversation, attributeTextLength } from './limits.ts';
import { isOneLine, isStorable } from './text-line.ts';

/** What a page may say of its visitor: little, in short lines of text, numbers, and yes or no. */
export function arePageAttributes(given: Readonly<Record<string, unknown>>): given is PageAttributes {
  const all = Object.entries(given);
  return all.length <= attributesPerConversation && all.every(([name, value]) => isName(name) && isValue(value));
}

function isName(name: string): boolean {
  return name.trim() !== '' && isLineOf(name, attributeNameLength);
}

function isValue(value: unknown): boolean {
  if (typeof value === 'string') return isLineOf(value, attributeTextLength);
  return typeof value === 'boolean' || Number.isFinite(value);
}

function isLineOf(text: string, maxLength: number): boolean {
  return text.length <= maxLength && isStorable(text) && isOneLine(text);
}
