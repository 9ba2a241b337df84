import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { setAttributes as setAttributesRule } from '../../domain/conversation/attributes.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { visitorAppend } from '../conversation/visitor-append.ts';

/** CV8: what the page says of its visitor, whoever they are. */
export async function setAttributes(
  deps: Deps,
  caller: VisitorCaller,
  { conversationId, attributes }: CommandData<'attributes:set'>,
): Promise<Written> {
  return visitorAppend(deps, caller, conversationId, null, (head, visitor, situation) =>
    setAttributesRule(head, attributes, visitor, situation),
  );
}
