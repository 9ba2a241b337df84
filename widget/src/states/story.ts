import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry, SystemData } from '@ventanilla/shared/entities/entry';
import type { VisitorTicket } from '@ventanilla/shared/entities/ticket';
import type { Locale } from '@ventanilla/shared/vocabulary';
import { emptyModel, type Model, type Outgoing } from '../model/model.ts';

/** A customer of Alameda, who does not exist, and what was said between her and the people there. */
export interface Story {
  /** What they write, in the reader's language. */
  say(es: string, en: string): string;
  asks(body: string): Entry;
  answers(body: string): Entry;
  line(system: SystemData): Entry;
  ticket(part?: Partial<VisitorTicket>): VisitorTicket;
  /** Online, with this one conversation, and these lines in it, a minute from each other. */
  talking(entries: Entry[], part?: Partial<VisitorConversation>): Model;
  /** What has been written and has not left. */
  waiting(bodies: string[], part?: Partial<Outgoing>): Outgoing[];
}

export const conversationId = 'cnv_demo';
const agent = { id: 'agt_demo', name: 'Marta Ruiz' } as const;
const minuteMs = 60_000;

export function createStory(locale: Locale, now: number): Story {
  const say = (es: string, en: string) => (locale === 'es' ? es : en);
  const entry = (part: Partial<Entry>): Entry => ({
    id: 'ent_demo',
    seq: 0,
    kind: 'message',
    authorKind: 'visitor',
    authorId: 'vis_demo',
    authorName: '',
    clientId: '',
    body: '',
    files: [],
    system: null,
    createdAt: 0,
    ...part,
  });

  return {
    say,
    asks: (body) => entry({ body }),
    answers: (body) => entry({ body, authorKind: 'agent', authorId: agent.id, authorName: agent.name }),
    line: (system) => entry({ kind: 'system', authorKind: 'system', authorId: '', system }),
    ticket: (part) => ({
      id: 'tkt_demo',
      number: 'VEN-1042',
      status: 'open',
      reason: 'agent_decided',
      follows: '',
      responsible: agent.name,
      isPerson: true,
      receivedAt: now - 120 * minuteMs,
      dueAt: now + 22 * 60 * minuteMs,
      ...part,
    }),
    talking(entries, part) {
      const placed = entries.map((one, index) => ({
        ...one,
        id: `ent_${index}` as const,
        seq: index + 1,
        createdAt: now - (entries.length - index) * minuteMs,
      }));
      const conversation: VisitorConversation = {
        id: conversationId,
        state: 'active',
        outcome: '',
        subject: say('El router tiene una luz roja', 'The router shows a red light'),
        assignee: agent,
        ticket: null,
        pickUpBy: 0,
        isWritable: true,
        isBlocked: false,
        lastSeq: placed.length,
        readSeq: placed.length,
        agentReadSeq: placed.length,
        rating: '',
        ratingComment: '',
        address: 'lucia@correo.example',
        createdAt: now - 30 * minuteMs,
        version: 1,
        ...part,
      };
      return {
        ...emptyModel,
        link: 'online',
        isListed: true,
        conversations: [conversation],
        threads: { [conversationId]: { entries: placed, heardSeq: placed.length } },
      };
    },
    waiting: (bodies, part) =>
      bodies.map((body, index) => ({
        position: index + 1,
        clientId: `c${index}`,
        startId: '',
        conversationId,
        body,
        context: { pageUrl: '', pageTitle: '', referrer: '', userAgent: '', language: '', timeZone: '', viewport: '' },
        writtenAt: now,
        refusal: '',
        ...part,
      })),
  };
}
