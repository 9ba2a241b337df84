import type { Evidence } from './evidence.ts';

/** One message or note as its writer's page knows it. What is neither `ok` nor `fail` is unknown: nobody heard what became of it. */
export interface Written {
  /** The page that wrote it. */
  page: string;
  /** Its place among everything this page wrote. */
  place: number;
  clientId: string;
  kind: 'message' | 'note';
  /** Different for each one ever written. */
  body: string;
  /** The conversation's id, or the start id while it has none. */
  key: string;
  /** The page has taken it: from now on it must be stored, or waiting, or shown as refused. */
  isTaken: boolean;
  outcome: 'unknown' | 'ok' | 'fail';
  /** Of the acknowledgement, as its reader counts. */
  acknowledged: { conversationId: string; entryId: string; seq: number } | null;
  /** Why it was refused. */
  code: string;
}

/** What clients did and were told, kept outside of them: a page that crashes takes nothing with it. */
export interface History {
  /** By client id. */
  written: Map<string, Written>;
  /** Client ids that the server itself spoke of on some line: without that nothing may count as sent. */
  heard: Set<string>;
  /** Entries that visitors' pages were told of: each must be stored, or somebody heard of it too early (DL3). */
  heardEntries: Set<string>;
  invoke(writing: Pick<Written, 'page' | 'clientId' | 'kind' | 'body' | 'key'>): Written;
  ok(clientId: string, acknowledged: Written['acknowledged']): void;
  fail(clientId: string, code: string): void;
  /** The server has spoken of this message. */
  hear(clientId: string): void;
  /** The server's own words, as they came over a visitor's line. */
  listen(text: string): void;
}

/** As it is at this moment. */
export function copyOf({ written, heard, heardEntries }: History): Evidence['history'] {
  const copies = [...written].map(([clientId, one]) => [clientId, { ...one }] as const);
  return { written: new Map(copies), heard: new Set(heard), heardEntries: new Set(heardEntries) };
}

export function createHistory(): History {
  const written = new Map<string, Written>();
  const heard = new Set<string>();
  const heardEntries = new Set<string>();
  const places = new Map<string, number>();
  return {
    written,
    heard,
    heardEntries,
    invoke(writing) {
      const place = (places.get(writing.page) ?? 0) + 1;
      places.set(writing.page, place);
      const one: Written = { ...writing, place, isTaken: false, outcome: 'unknown', acknowledged: null, code: '' };
      written.set(writing.clientId, one);
      return one;
    },
    ok(clientId, acknowledged) {
      const one = written.get(clientId);
      if (!one) return;
      one.outcome = 'ok';
      one.acknowledged ??= acknowledged;
    },
    fail(clientId, code) {
      const one = written.get(clientId);
      if (one?.outcome !== 'unknown') return;
      one.outcome = 'fail';
      one.code = code;
    },
    hear: (clientId) => void heard.add(clientId),
    listen(text) {
      for (const clientId of clientIdsIn(text)) heard.add(clientId);
      for (const [, id] of text.matchAll(/"id":"(ent_[^"]+)"/g)) if (id) heardEntries.add(id);
    },
  };
}

/** The client ids that a text from the server speaks of. */
export function clientIdsIn(text: string): string[] {
  return Array.from(text.matchAll(/"clientId":"([^"]+)"/g), ([, clientId = '']) => clientId);
}
