import type { AgentId, ArticleId, ConversationId, FileId, IdNoun, InvitationId, SiteId } from '@ventanilla/shared/ids';
import type { CommandRow } from '@ventanilla/shared/wire/registry';
import { SignJWT } from 'jose';
import { makeTicketLink } from '../actions/ticket-link/make-ticket-link.ts';
import type { SiteRow } from '../domain/rows.ts';
import { aVisitor, newClientId, startChat, type TestAgent, type TestVisitor } from './clients.ts';
import { uploaded } from './file-calls.ts';
import type { RunningApp } from './running-app.ts';
import { pdf, png } from './sample-files.ts';

/** What an input may name. */
export type Noun = NonNullable<CommandRow['subject']>['noun'] | Extract<IdNoun, 'file'>;

/** Things of one site and one visitor; each call makes a fresh one unless it says otherwise. */
export interface Belongings {
  conversation(): Promise<ConversationId>;
  /** Of a visitor who came for this alone: what becomes of them is nobody else's trouble. */
  passersBy(): Promise<ConversationId>;
  /** An agent had the last word. */
  answered(): Promise<ConversationId>;
  discarded(): Promise<ConversationId>;
  /** A conversation that is a ticket. */
  ticketed(): Promise<ConversationId>;
  ticketNumber(): Promise<string>;
  /** The secret of a link to a ticket. */
  ticketLink(): Promise<string>;
  /** Of the visitor, not sent yet. */
  file(): Promise<FileId>;
  /** Sent by the visitor, or with a note of an agent. */
  sentFile(by: 'visitor' | 'note'): Promise<FileId>;
  /** A row without an account: enough to be changed and removed. */
  colleague(): Promise<AgentId>;
  invitation(): Promise<{ id: InvitationId; secret: string }>;
  /** The site itself, as it is now. */
  site(): { siteId: SiteId; version: number };
  /** Published, for everybody. */
  article(): Promise<{ articleId: ArticleId; version: number }>;
  /** Signed by the site, for a customer of its own. */
  identityToken(): Promise<string>;
  /** Id of something of this kind. */
  idOf(noun: Noun): Promise<string>;
}

interface Owner {
  site: SiteRow;
  visitor: TestVisitor;
  /** An admin who is a member of the site. */
  steward: TestAgent;
}

export function belongingsOf(app: RunningApp, { site, visitor, steward }: Owner): Belongings {
  const { deps } = app;
  const conversation = async () => (await startChat(visitor)).conversation.id;

  const belongings: Belongings = {
    conversation,
    async passersBy() {
      const passerBy = await aVisitor(app, site.key);
      const { conversation: theirs } = await startChat(passerBy);
      passerBy.close();
      return theirs.id;
    },
    async answered() {
      const conversationId = await conversation();
      const words = { conversationId, clientId: newClientId(), body: 'Ya está', seenSeq: 99 };
      await steward.ask('message:reply', words);
      return conversationId;
    },
    async discarded() {
      const conversationId = await conversation();
      await steward.ask('conversation:discard', { conversationId, reason: 'test' });
      return conversationId;
    },
    async ticketed() {
      const conversationId = await conversation();
      const known = await deps.store.tickets.ofConversation(conversationId);
      if (!known) await steward.ask('ticket:create', { conversationId });
      return conversationId;
    },
    async ticketNumber() {
      const made = await deps.store.tickets.ofConversation(await belongings.ticketed());
      if (!made) throw new Error('the ticket is gone');
      return `${deps.directory.ticketPrefix}-${made.number}`;
    },
    async ticketLink() {
      const conversationId = await belongings.ticketed();
      await visitor.ask('address:give', { conversationId, address: 'lucia@example.com' });
      const ticket = await deps.store.tickets.ofConversation(conversationId);
      if (!ticket) throw new Error('the ticket is gone');
      const mail = { ticketId: ticket.id, conversationId, addressFolded: 'lucia@example.com' };
      return (await makeTicketLink(deps, mail)).split('#')[1] ?? '';
    },
    async file() {
      const proof = { site: site.key, token: visitor.token };
      return (await uploaded(app, proof, 'router.png', png())).id;
    },
    async sentFile(by) {
      const clientId = newClientId();
      if (by === 'visitor') {
        const fileId = await belongings.file();
        await visitor.ask('conversation:start', { startId: newClientId(), clientId, body: '', fileIds: [fileId] });
        return fileId;
      }
      const proof = { site: site.key, cookie: steward.cookie };
      const { id } = await uploaded(app, proof, 'interno.pdf', pdf());
      await steward.ask('note:add', { conversationId: await conversation(), clientId, body: 'x', fileIds: [id] });
      return id;
    },
    async colleague() {
      const id = deps.ids.next('agent');
      const email = `${id}@alameda.example`;
      const row = {
        id,
        authUserId: `none ${id}`,
        name: 'Suplente',
        email,
        emailFolded: email,
        role: 'agent',
        availability: 'available',
        locale: 'es',
        createdAt: deps.clock.now(),
      } as const;
      await deps.store.agents.create(row, [site.id], []);
      await deps.directory.reloadAgents();
      return id;
    },
    async invitation() {
      const email = `${newClientId()}@alameda.example`;
      const input = { name: 'Invitada', email, role: 'agent', siteIds: [site.id] } as const;
      const { invitation, link } = await steward.ask('agent:invite', { ...input, siteIds: [...input.siteIds] });
      return { id: invitation.id, secret: link.split('#')[1] ?? '' };
    },
    site() {
      const now = deps.directory.site(site.id);
      if (!now) throw new Error('the site is gone');
      return { siteId: now.id, version: now.version };
    },
    async article() {
      const text = { title: 'Poner tu contraseña del wifi', body: 'Abre **Ajustes**.', phrasings: ['clave wifi'] };
      const slug = `clave-wifi-${newClientId()}`;
      const { article: draft } = await steward.ask('article:create', { siteId: site.id, locale: 'es', slug, ...text });
      const { article } = await steward.ask('article:publish', { articleId: draft.id, version: draft.version });
      return { articleId: article.id, version: article.version };
    },
    identityToken() {
      const [secret = ''] = site.identitySecrets;
      return new SignJWT({ name: 'Lucía Díaz', email: 'lucia@example.com' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(`customer ${newClientId()}`)
        .setExpirationTime(Math.floor(deps.clock.now() / 1000) + 3_600)
        .sign(new TextEncoder().encode(secret));
    },
    async idOf(noun) {
      if (noun === 'conversation') return conversation();
      if (noun === 'ticketNumber') return belongings.ticketNumber();
      if (noun === 'file') return belongings.file();
      if (noun === 'agent') return belongings.colleague();
      if (noun === 'invitation') return (await belongings.invitation()).id;
      if (noun === 'article') return (await belongings.article()).articleId;
      if (noun === 'site') return belongings.site().siteId;
      throw new Error(`nothing makes a ${noun}: say here how`);
    },
  };
  return belongings;
}
