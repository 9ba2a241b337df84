// @vitest-environment happy-dom
import type { Article, ArticleHit, ArticleNode } from '@ventanilla/shared/entities/article';
import { texts } from '@ventanilla/shared/i18n/widget/faq/es';
import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { button, find, openStage, press, type Stage, settle } from '../../testing/stage.tsx';
import type { Scene } from '../scene.ts';
import { ArticleNodes } from './ArticleNodes.tsx';
import { createFinder } from './finder.ts';
import { Marked } from './Marked.tsx';

const popular = [
  { id: 'art_1', title: 'Entender mi primera factura' },
  { id: 'art_2', title: 'El wifi va lento' },
] as const;
const hit: ArticleHit = {
  ...popular[0],
  confidence: 'card',
  titleRanges: [{ start: 20, end: 27 }],
  excerpt: 'La factura trae <b>los días</b>.',
  excerptRanges: [{ start: 3, end: 10 }],
};
const article: Article = {
  ...popular[0],
  locale: 'es',
  slug: 'factura',
  category: 'Facturas',
  nodes: [{ tag: 'p', children: ['Trae los días del alta.'] }],
  readingMinutes: 1,
  publishedAt: new Date(2026, 10, 12).getTime(),
  related: [popular[1]],
  translations: [],
};

let stage: Stage;
let hits: ArticleHit[];
let readable: Article | undefined;
let isVoteKept: boolean;
let scene: Partial<Scene>;

beforeEach(() => {
  stage = openStage();
  hits = [];
  readable = article;
  isVoteKept = true;
  const finder = createFinder({
    ask: async (name) => {
      if (name === 'article:search') return { ok: true, data: { hits } } as never;
      return (readable && { ok: true, data: { article: readable } }) as never;
    },
    load: () => Promise.reject(new Error('not needed')),
    locale: () => 'es',
    castVote: async () => isVoteKept,
    draw: () => {},
  });
  scene = { screen: { name: 'home' }, popular, finder };
});

/** Typed, and finished with Enter. */
async function ask(words: string): Promise<void> {
  stage.drafts[''] = words;
  stage.show(scene);
  press(find('.field'), 'Enter');
  await settle();
  stage.show(scene);
}

async function open(): Promise<void> {
  stage.show({ ...scene, screen: { name: 'article', id: 'art_1' } });
  await settle();
}

describe('the home screen', () => {
  it('shows what is asked most, and opens it', () => {
    stage.show(scene);
    expect(find('.faq h3').textContent).toBe(texts.popular);
    find('.hit').click();
    expect(stage.did).toEqual(['show {"name":"article","id":"art_1"}']);
  });

  it('a likely answer stands by itself, the rest in a list, and what fits is marked', async () => {
    hits = [hit, { ...hit, ...popular[1], confidence: 'card', titleRanges: [], excerpt: '', excerptRanges: [] }];
    await ask('factura');
    expect(find('.answer h3').innerHTML).toBe('Entender mi primera <mark>factura</mark>');
    expect(find('.answer .excerpt').textContent).toBe(hit.excerpt);
    expect(document.querySelector('.answer b')).toBeNull();
    expect([...document.querySelectorAll('.hit')].map((row) => row.textContent)).toEqual(['El wifi va lento']);
    expect(find('[aria-live]').textContent).toBe('2 artículos');
    expect(stage.did).toEqual([]);
  });

  it('says calmly that there is nothing, and Enter sends nobody away', async () => {
    await ask('paraguas');
    expect(find('.nothing').textContent).toBe(`${texts.none}${texts.noneHint}`);
    expect(stage.did).toEqual([]);
  });

  it('is silent in a language without articles, where Enter writes to a person', () => {
    stage.show({ ...scene, popular: [] });
    expect(document.querySelector('.faq')).toBeNull();
    press(find('.field'), 'Enter');
    find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(stage.did).toEqual(['begin']);
  });

  it('arrows lead from the field through the list and back', () => {
    stage.show(scene);
    const field = find('.field');
    field.focus();
    press(field, 'ArrowDown');
    press(find('.hit'), 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('El wifi va lento');
    press(document.activeElement as HTMLElement, 'ArrowDown');
    press(document.activeElement as HTMLElement, 'ArrowUp');
    press(document.activeElement as HTMLElement, 'ArrowUp');
    expect(document.activeElement).toBe(field);
  });
});

describe('an article', () => {
  it('is there with its category, its date and what is like it', async () => {
    await open();
    expect(find('.where').textContent).toBe('Facturas');
    expect(find('.since').textContent).toBe('Del 12 de noviembre de 2026 · 1 min de lectura');
    expect(find('.hit').textContent).toBe('El wifi va lento');
  });

  it('that did not help leads to a person, with the question, or with its title where there is none', async () => {
    await open();
    button(texts.no).click();
    await settle();
    find('.helped .button').click();
    expect(stage.did).toEqual(['setDraft  Entender mi primera factura', 'begin']);
    stage.did.length = 0;
    stage.drafts[''] = '¿Por qué pago más?';
    find('.helped .button').click();
    expect(stage.did).toEqual(['begin']);
  });

  it('a vote can be changed, and one that was not kept is said', async () => {
    await open();
    button(texts.yes).click();
    await settle();
    expect(find('[aria-pressed="true"]').textContent).toBe(texts.yes);
    isVoteKept = false;
    button(texts.no).click();
    await settle();
    expect(find('[aria-pressed="true"]').textContent).toBe(texts.yes);
    expect(find('.helped [role="status"]').textContent).toBe(texts.notSaved);
  });

  it('that cannot be had is asked for again, and a person is still there', async () => {
    readable = undefined;
    await open();
    expect(find('.nothing').textContent).toContain(texts.notLoaded);
    expect(find('.foot .button').textContent).toBe('Escribir a una persona');
    readable = article;
    find('.again').click();
    await settle();
    expect(find('.text').textContent).toBe('Trae los días del alta.');
  });
});

describe('a text', () => {
  function shown(...nodes: ArticleNode[]): string {
    const box = document.createElement('div');
    render(<ArticleNodes nodes={nodes} otherTab="(otra)" />, box);
    return box.innerHTML;
  }

  it('becomes elements below its title, and never markup', () => {
    expect(shown({ tag: 'h2', children: ['Qué <b>hacer</b>'] })).toBe('<h3>Qué &lt;b&gt;hacer&lt;/b&gt;</h3>');
    const list: ArticleNode = { tag: 'ol', start: 3, children: [{ tag: 'li', children: ['Apaga'] }] };
    expect(shown(list)).toBe('<ol start="3"><li>Apaga</li></ol>');
  });

  it('shows what is in an element that it does not know', () => {
    expect(shown({ tag: 'script' as 'p', children: ['hola ', { tag: 'em', children: ['ya'] }] })).toBe(
      'hola <em>ya</em>',
    );
  });

  it('opens addresses in another tab, and only those that cannot run anything', () => {
    const link = (href: string): ArticleNode => ({ tag: 'a', href, children: ['aquí'] });
    const opened =
      '<a href="https://alameda.example/" target="_blank" rel="noopener">aquí<span class="sr"> (otra)</span></a>';
    expect(shown(link('https://alameda.example/'))).toBe(opened);
    expect(shown(link('tel:900000142'))).toContain('href="tel:900000142"');
    expect(shown(link('javascript:alert(1)'), { tag: 'a', children: ['x'] })).toBe('aquíx');
  });

  it('marks its ranges and loses no letter', () => {
    const box = document.createElement('div');
    const ranges = [
      { start: 0, end: 3 },
      { start: 12, end: 18 },
    ];
    render(<Marked text="luz roja del router" ranges={ranges} />, box);
    expect(box.innerHTML).toBe('<mark>luz</mark> roja del<mark> route</mark>r');
  });
});
