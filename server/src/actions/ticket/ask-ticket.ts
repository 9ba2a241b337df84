import type { CommandData } from '@ventanilla/shared/wire/contract';
import type { Deps } from '../../deps.ts';
import { askForTicket } from '../../domain/conversation/ending.ts';
import type { VisitorCaller } from '../caller.ts';
import type { Written } from '../conversation/append.ts';
import { visitorAppend } from '../conversation/visitor-append.ts';

/** TK1 `visitor_asked`. */
export async function askTicket(deps: Deps, caller: VisitorCaller, data: CommandData<'ticket:ask'>): Promise<Written> {
  return visitorAppend(deps, caller, data.conversationId, null, askForTicket);
}
