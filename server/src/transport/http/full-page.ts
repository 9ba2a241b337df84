import { followUpStartId } from '@ventanilla/shared/follow-up';
import { fill } from '@ventanilla/shared/i18n/fill';
import type { ConversationId } from '@ventanilla/shared/ids';
import { messageLength } from '@ventanilla/shared/limits';
import { type Locale, locales } from '@ventanilla/shared/vocabulary';
import type { CommandInput, CommandName, CommandOutput } from '@ventanilla/shared/wire/contract';
import { type Ack, type ErrorCode, errorStatus, type WireError } from '@ventanilla/shared/wire/errors';
import { routes } from '@ventanilla/shared/wire/routes';
import type { Context, Hono } from 'hono';
import { AppError } from '../../actions/app-error.ts';
import type { AnyoneCaller, VisitorCaller } from '../../actions/caller.ts';
import type { Deps } from '../../deps.ts';
import type { SiteRow } from '../../domain/rows.ts';
import { isOwnOrigin } from '../../identity/own-origin.ts';
import type { CommandRunner } from '../bind-commands.ts';
import { limitRate } from '../limit-rate.ts';
import { errorBody, type Refusal } from '../present/error.ts';
import type { BuiltFiles } from './built-files.ts';
import { fileAnswer } from './file-door.ts';
import { type PageForm, readPageForm } from './full-page-form.ts';
import { fullPageHeaders } from './full-page-headers.ts';
import { createSheets } from './full-page-styles.ts';
import { fullPageTexts } from './full-page-texts.ts';
import { type FullPage, fullPage, noticePage, type Thread } from './full-page-view.ts';
import { forgetVisitor, formVisitor, newFormToken, pageVisitor, rememberVisitor } from './full-page-visitor.ts';
import { languageOf, localeOf } from './locale.ts';
import { pageTexts } from './page-texts.ts';
import { refuse, sayWhenToRetry } from './refusals.ts';
import { anyoneFrom } from './site-caller.ts';

/**
 * `/c/<site>`: the panel as a page of our own. Below it lies a plain form for browsers that run no script; whoever has written
 * with that is known by a cookie of this page, and from then on gets the conversation as plain lines.
 */
export function mountFullPage(app: Hono, deps: Deps, { loader }: BuiltFiles, run: CommandRunner): void {
  const sheets = createSheets();
  const build = loader?.manifest.build ?? '';

  app.get(routes.fullPageSheet.path, (context) => sheets.serve(context, siteIn(deps, context)?.accent));

  app.get(routes.fullPage.path, async (context) => {
    const site = siteIn(deps, context);
    if (!site) return notice(context, deps, 'not_found');
    try {
      const visitor = pageVisitor(deps, context, site);
      const thread = visitor && (await readThread(run, visitor, context.req.query('conversation') ?? ''));
      return await show(context, site, thread, freshForm(deps, site, thread), null);
    } catch (error) {
      return refused(context, site, error);
    }
  });

  app.post(routes.fullPageForm.path, async (context) => {
    const site = siteIn(deps, context);
    if (!site) return notice(context, deps, 'not_found');
    try {
      if (!isOwnOrigin(deps.config, context.req.header('origin'))) throw new AppError('origin_not_allowed');
      const form = await readPageForm(context);
      if (form.isFarewell) {
        forgetVisitor(deps, context, site);
        return seeOther(context, site, {});
      }
      return await receive(context, site, form);
    } catch (error) {
      return refused(context, site, error);
    }
  });

  app.get(routes.fullPageFile.path, async (context) => {
    try {
      const site = siteIn(deps, context);
      const visitor = site && pageVisitor(deps, context, site);
      if (!visitor) throw new AppError('not_found');
      limitRate(deps, 'read', visitor);
      return await fileAnswer(deps, context, visitor, context.req.param('file'));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return refuse(deps, context, error.code, error.details);
    }
  });

  /** Stored: to the page that shows it. Refused: the same page again, with a sentence and the words where they were. */
  async function receive(context: Context, site: SiteRow, form: PageForm): Promise<Response> {
    const known = pageVisitor(deps, context, site);
    const visitor = { ...(known ?? formVisitor(deps, context, site, form.token)), locale: localeFor(context, site) };
    const conversation: Record<string, string> =
      form.conversationId === '' ? {} : { conversation: form.conversationId };
    const isMessage = form.address === null;
    const answer = isMessage ? await send(context, visitor, form, known === null) : await giveAddress(visitor, form);
    if (answer.ok && !isMessage) return seeOther(context, site, conversation);
    if (answer.ok) {
      rememberVisitor(deps, context, site, visitor);
      return seeOther(context, site, { conversation: answer.data.conversation.id, sent: '1' });
    }
    const thread = known && (await readThread(run, visitor, form.conversationId));
    const next = freshForm(deps, site, thread);
    // What may have been stored under these ids has to be found again; other words under the same ids never are.
    const kept = answer.error.code === 'conflict' ? { ...next, body: form.body } : { ...next, ...form };
    return show(context, site, thread, kept, answer.error);
  }

  async function send(context: Context, visitor: VisitorCaller, form: PageForm, isNew: boolean) {
    const { startId, clientId, body, conversationId } = form;
    const refusal = isNew ? sessionRefusal(deps, context, visitor.locale) : null;
    if (refusal) return refusal;
    if (conversationId !== '') {
      return call(run, 'message:send', visitor, { conversationId: conversationId as ConversationId, clientId, body });
    }
    const card = { pageUrl: pageUrl(context), userAgent: context.req.header('user-agent') ?? '' };
    const language = languageOf(context.req.header('accept-language'), visitor.locale);
    return call(run, 'conversation:start', visitor, { startId, clientId, body, context: { ...card, language } });
  }

  function giveAddress(visitor: VisitorCaller, { conversationId, address }: PageForm) {
    return call(run, 'address:give', visitor, {
      conversationId: conversationId as ConversationId,
      address: address?.trim() ?? '',
    });
  }

  function pageUrl(context: Context): string {
    return `${deps.config.publicUrl}${context.req.path}`;
  }

  async function show(
    context: Context,
    site: SiteRow,
    thread: Thread | null,
    form: PageForm,
    error: WireError | null,
  ): Promise<Response> {
    const locale = localeFor(context, site);
    const caller: AnyoneCaller = { ...anyoneFrom(deps, context), siteId: site.id, locale };
    const availability = await call(run, 'availability:check', caller, {});
    const isUnseen = !thread && context.req.query('sent') !== undefined;
    const page: FullPage = {
      site,
      locale,
      language: languageOf(context.req.header('accept-language'), locale),
      isChosenLanguage: context.req.query('lang') === locale,
      // Whoever uses the form goes on with it: no script may read its cookie, and none takes away the words in its field.
      build: thread || error || isUnseen ? '' : build,
      availability: availability.ok ? availability.data : null,
      thread,
      form,
      problem: error ? problemOf(error, form, locale) : '',
      isUnseen,
    };
    if (error) sayWhenToRetry(context, error.details);
    return context.html(fullPage(page), error ? errorStatus[error.code] : 200, fullPageHeaders(deps.config, site));
  }

  function refused(context: Context, site: SiteRow, error: unknown): Response | Promise<Response> {
    if (!(error instanceof AppError)) throw error;
    sayWhenToRetry(context, error.details);
    return notice(context, deps, error.code, site, error.details);
  }
}

function siteIn({ directory }: Deps, context: Context): SiteRow | null {
  const site = directory.siteByKey(context.req.param('site') ?? '');
  return site && site.disabledAt === 0 ? site : null;
}

/** `?lang=` before what the browser asks for, and that before the site's own. */
function localeFor(context: Context, site?: SiteRow): Locale {
  const chosen = locales.find((locale) => locale === context.req.query('lang'));
  return chosen ?? localeOf(context.req.header('accept-language'), site?.locale ?? 'es');
}

/** The answer has the type that the table of commands gives it. */
async function call<N extends CommandName>(
  run: CommandRunner,
  name: N,
  caller: VisitorCaller | AnyoneCaller,
  input: CommandInput<N>,
): Promise<Ack<CommandOutput<N>>> {
  return (await run(name, caller, input)) as Ack<CommandOutput<N>>;
}

/** The same, where nothing is to be shown without it. */
async function ask<N extends CommandName>(...args: Parameters<typeof call<N>>): Promise<CommandOutput<N>> {
  const answer = await call(...args);
  if (!answer.ok) throw new AppError(answer.error.code, answer.error.details);
  return answer.data;
}

/** The conversation that is asked for, else the latest, and the others by name; null when there is none. */
async function readThread(run: CommandRunner, visitor: VisitorCaller, wanted: string): Promise<Thread | null> {
  const { conversations } = await ask(run, 'conversation:list', visitor, {});
  const chosen = conversations.find(({ id }) => id === wanted) ?? conversations[0];
  if (!chosen) return null;
  const conversationId = chosen.id;
  const { conversation, entries } = await ask(run, 'conversation:sync', visitor, { conversationId, afterSeq: 0 });
  const seq = conversation.lastSeq;
  if (seq > conversation.readSeq) await ask(run, 'message:read', visitor, { conversationId, seq });
  return { conversation, entries, others: conversations.filter(({ id }) => id !== conversationId) };
}

function freshForm(deps: Deps, site: SiteRow, thread: Thread | null): PageForm {
  const isContinued = thread?.conversation.isWritable === true;
  return {
    body: '',
    token: thread ? '' : newFormToken(deps, site),
    startId:
      thread?.conversation.ticket?.status === 'closed' ? followUpStartId(thread.conversation.id) : deps.ids.clientId(),
    clientId: deps.ids.clientId(),
    conversationId: isContinued ? thread.conversation.id : '',
    isFarewell: false,
    address: null,
  };
}

/** A new visitor counts here as much as one who asks for a token. */
function sessionRefusal(deps: Deps, context: Context, locale: Locale): Refusal | null {
  try {
    limitRate(deps, 'session', anyoneFrom(deps, context));
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return errorBody(error.code, error.details, locale, '');
  }
}

function problemOf({ code, message, details }: WireError, { body, address }: PageForm, locale: Locale): string {
  const texts = fullPageTexts[locale];
  if (code === 'invalid' && address !== null) return texts.address.notSaved;
  if (code === 'invalid' && details?.reason === 'blank') return texts.blank;
  if (code === 'too_large') return fill(texts.tooLong, { count: body.length, max: messageLength });
  return message;
}

/** 303: loading the page again sends nothing again. */
function seeOther(context: Context, site: SiteRow, query: Record<string, string>): Response {
  const lang = locales.find((locale) => locale === context.req.query('lang'));
  const search = String(new URLSearchParams({ ...(lang && { lang }), ...query }));
  return context.redirect(`/c/${site.key}${search === '' ? '' : `?${search}`}`, 303);
}

/** A page that only says why it is not the other one. */
function notice(
  context: Context,
  { config }: Deps,
  code: ErrorCode,
  site?: SiteRow,
  details: Record<string, unknown> = {},
): Response | Promise<Response> {
  const locale = localeFor(context, site);
  const texts = pageTexts[locale].fullPage;
  const page = site
    ? { title: texts.refusedTitle, text: errorBody(code, details, locale, '').error.message, back: texts.back }
    : { title: texts.notFoundTitle, text: texts.notFound, back: '' };
  const key = context.req.param('site') ?? '';
  return context.html(noticePage({ locale, key, ...page }), errorStatus[code], fullPageHeaders(config, site));
}
