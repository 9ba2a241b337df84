// @vitest-environment happy-dom
import * as preact from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import * as ours from './preact.ts';

type Library = Pick<typeof preact, 'createElement' | 'Component' | 'createRef' | 'Fragment' | 'render'>;
type Child = preact.ComponentChildren;

/** The suite speaks Preact's types; ours are as wide as its own users need them. */
const libraries: [string, Library][] = [
  ['Preact', preact],
  ['ours', ours as unknown as Library],
];

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Numbers from 0 up to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe.each(libraries)('%s', (_, { createElement, Component, createRef, Fragment, render }) => {
  let box: HTMLElement;

  beforeEach(() => {
    document.body.replaceChildren();
    box = document.body.appendChild(document.createElement('div'));
  });

  /** As JSX is compiled: children are a property. */
  function h(type: unknown, props: Record<string, unknown> = {}, ...children: Child[]): preact.VNode {
    const own = children.length === 0 ? {} : { children: children.length === 1 ? children[0] : children };
    return createElement(type as 'div', { ...props, ...own });
  }

  const shown = (element: Child) => {
    render(element, box);
    return box.textContent;
  };

  it('draws texts, numbers, lists and holes', () => {
    expect(shown(h('p', {}, 'a', 0, null, undefined, true, false, ['b', [1, h('i', {}, 'c')]], ''))).toBe('a0b1c');
    expect(box.querySelectorAll('i')).toHaveLength(1);
    expect(shown(null)).toBe('');
    expect(box.childNodes).toHaveLength(0);
  });

  it('keeps the nodes of what stays, by place or by key', () => {
    const list = (...keys: string[]) =>
      h(
        'ul',
        {},
        keys.map((key) => h('li', { key }, key)),
      );
    render(list('a', 'b', 'c'), box);
    const [a, b, c] = box.querySelectorAll('li');
    expect(shown(list('c', 'x', 'a'))).toBe('cxa');
    const after = [...box.querySelectorAll('li')];
    expect(after[0]).toBe(c);
    expect(after[2]).toBe(a);
    expect(b?.isConnected).toBe(false);

    const holes = (isThere: boolean) => h('div', {}, isThere && h('p', {}, 'now'), h('p', { id: 'last' }, 'last'));
    render(holes(false), box);
    const last = box.querySelector('#last');
    render(holes(true), box);
    expect(box.querySelector('#last')).toBe(last);
    expect(box.textContent).toBe('nowlast');
  });

  it('brings any list into any order, without touching what stands right', () => {
    const roll = dice(7);
    const Pair = ({ name }: { name: string }) => [h('b', {}, name), name === 'e' ? null : h('i', {}, name)];
    const Nothing = () => null;
    for (let round = 0; round < 200; round++) {
      const names = [...'abcdefgh'].filter(() => roll() < 0.7).sort(() => roll() - 0.5);
      const rows = names.map((name) => (name < 'd' ? h('p', { key: name }, name) : h(Pair, { key: name, name })));
      render(h('div', {}, h(Nothing), h('hr'), rows, h(Nothing), 'end'), box);
      const expected = names.flatMap((name) => (name < 'd' || name === 'e' ? [name] : [name, name]));
      expect(box.textContent).toBe(`${expected.join('')}end`);
    }
  });

  it('sets properties and attributes, and takes them back', () => {
    const look = (props: Record<string, unknown>) => {
      render(h('button', props), box);
      return box.querySelector('button') as HTMLButtonElement;
    };
    const button = look({ class: 'a', hidden: true, tabIndex: -1, 'aria-pressed': false, 'data-x': 1, type: 'button' });
    expect(button.className).toBe('a');
    expect(button.hidden).toBe(true);
    expect(button.getAttribute('tabindex')).toBe('-1');
    expect(button.getAttribute('aria-pressed')).toBe('false');
    expect(button.dataset.x).toBe('1');
    look({ hidden: false, 'aria-pressed': undefined, class: undefined });
    expect(button.hidden).toBe(false);
    expect(button.hasAttribute('aria-pressed')).toBe(false);
    expect(button.hasAttribute('class')).toBe(false);
    expect(button.hasAttribute('data-x')).toBe(false);
    look({ style: { width: '3px' } });
    expect(button.style.width).toBe('3px');
  });

  it('a field shows what the program says, whatever was typed meanwhile', () => {
    const field = (value: string) => {
      render(h('textarea', { value, rows: 2, maxLength: 9 }), box);
      return box.querySelector('textarea') as HTMLTextAreaElement;
    };
    const textarea = field('a');
    expect(textarea.value).toBe('a');
    expect(textarea.maxLength).toBe(9);
    textarea.value = 'ab';
    expect(field('a').value).toBe('a');
    expect(field('').value).toBe('');
  });

  it('draws vectors as such', () => {
    render(h('svg', { class: 'icon', viewBox: '0 0 24 24' }, h('path', { d: 'M0 0' })), box);
    const path = box.querySelector('path');
    expect(path?.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(path?.getAttribute('d')).toBe('M0 0');
    expect(box.querySelector('svg')?.getAttribute('class')).toBe('icon');
  });

  it('calls the latest listener, once, and none when there is none', () => {
    const heard: string[] = [];
    const say = (word: string) => (word === '' ? undefined : () => heard.push(word));
    const press = (word: string) => {
      render(h('button', { onClick: say(word) }), box);
      box.querySelector('button')?.click();
    };
    for (const word of ['a', 'b', '', 'c']) press(word);
    expect(heard).toEqual(['a', 'b', 'c']);
  });

  it('tells components when they have come, changed and gone, the inner ones first', () => {
    const told: string[] = [];
    class Told extends Component<{ name: string; children?: Child }> {
      override componentDidMount() {
        told.push(`${this.props.name} came${box.querySelector(`.${this.props.name}`) ? '' : ' too early'}`);
      }
      override componentDidUpdate() {
        told.push(`${this.props.name} changed`);
      }
      override componentWillUnmount() {
        told.push(`${this.props.name} went`);
      }
      render() {
        return h('p', { class: this.props.name }, this.props.children);
      }
    }
    const tree = (isThere: boolean) => h(Told, { name: 'outer' }, isThere && h(Told, { name: 'inner' }));
    render(tree(true), box);
    render(tree(true), box);
    render(tree(false), box);
    render(null, box);
    expect(told).toEqual([
      ...['inner came', 'outer came', 'inner changed', 'outer changed'],
      ...['inner went', 'outer changed', 'outer went'],
    ]);
  });

  it('a reference holds an element while it is there, and before its component has come', () => {
    const ref = createRef<HTMLElement>();
    let atFirst: unknown;
    class Holder extends Component {
      override componentDidMount() {
        atFirst = ref.current;
      }
      render() {
        return h('p', { ref });
      }
    }
    render(h(Holder), box);
    expect(atFirst).toBe(box.querySelector('p'));
    render(null, box);
    expect(ref.current).toBeNull();
  });

  it('state changes are drawn together, later, and survive what their parents do', async () => {
    let drawn = 0;
    let counter: InstanceType<typeof Counter> | undefined;
    class Counter extends Component<{ label: string }, { count: number; step: number }> {
      override state = { count: 0, step: 1 };
      override componentDidMount() {
        counter = this;
      }
      render() {
        drawn += 1;
        return h('p', {}, this.props.label, this.state.count, this.state.step);
      }
    }
    render(h('div', {}, 'x', h(Counter, { label: 'a' }), 'y'), box);
    counter?.setState({ count: 5 });
    counter?.setState({ step: 2 });
    expect(counter?.state.count).toBe(0);
    expect(box.textContent).toBe('xa01y');
    await settle();
    expect(box.textContent).toBe('xa52y');
    expect(drawn).toBe(2);
    render(h('div', {}, 'x', h(Counter, { label: 'b' }), 'y'), box);
    expect(box.textContent).toBe('xb52y');
    counter?.setState({ count: 6 });
    render(null, box);
    await settle();
    expect(box.textContent).toBe('');
  });

  it('a component that changes alone keeps its place, even where it was nothing before', async () => {
    let set: (isOpen: boolean) => void = () => {};
    class Door extends Component<{ children?: Child }, { isOpen: boolean }> {
      override state = { isOpen: false };
      override componentDidMount() {
        set = (isOpen) => this.setState({ isOpen });
      }
      render() {
        return this.state.isOpen ? h(Fragment, {}, h('i', {}, 'in'), this.props.children) : null;
      }
    }
    const Wrapped = ({ children }: { children?: Child }) => h(Fragment, {}, h(Door, {}, children));
    render(h('div', {}, h('b', {}, '1'), h(Wrapped, {}, h('u', {}, 'given')), h('b', {}, '2')), box);
    set(true);
    await settle();
    expect(box.textContent).toBe('1ingiven2');
    const given = box.querySelector('u');
    set(false);
    await settle();
    expect(box.textContent).toBe('12');
    expect(given?.isConnected).toBe(false);
    set(true);
    await settle();
    expect(box.textContent).toBe('1ingiven2');
  });

  it('what is handed down is left alone when only its holder changes', async () => {
    let drawn = 0;
    let again = () => {};
    const Inner = () => {
      drawn += 1;
      return h('i', {}, 'inner');
    };
    class Holder extends Component<{ children?: Child }, { count: number }> {
      override state = { count: 0 };
      override componentDidMount() {
        again = () => this.setState({ count: this.state.count + 1 });
      }
      render() {
        return h('p', {}, this.state.count, this.props.children);
      }
    }
    const tree = () => h(Holder, {}, h(Inner));
    render(tree(), box);
    again();
    await settle();
    expect(box.textContent).toBe('1inner');
    expect(drawn).toBe(1);
    render(tree(), box);
    expect(drawn).toBe(2);
  });

  it('another component in the same place begins anew', () => {
    class One extends Component {
      override state = { name: 'one' };
      render() {
        return h('p', {}, this.state.name);
      }
    }
    class Two extends One {
      override state = { name: 'two' };
    }
    expect(shown(h(One))).toBe('one');
    expect(shown(h(Two))).toBe('two');
    expect(shown(h(One, { key: 1 }))).toBe('one');
  });
});

it('random trees look the same in both', () => {
  const roll = dice(42);
  const boxes = libraries.map(() => document.body.appendChild(document.createElement('div')));
  type Tree = [tag: string, props: Record<string, unknown>, children: (Tree | string | null)[]];
  const grow = (depth: number): Tree => [
    ['p', 'div', 'Wrap', 'Many'][Math.floor(roll() * 4)] ?? 'p',
    {
      ...(roll() < 0.5 && { class: roll() < 0.5 ? 'a' : 'b' }),
      ...(roll() < 0.3 && { key: Math.floor(roll() * 1e9) }),
    },
    Array.from({ length: depth === 0 ? 0 : Math.floor(roll() * 4) }, () =>
      roll() < 0.2 ? null : roll() < 0.3 ? String(Math.floor(roll() * 9)) : grow(depth - 1),
    ),
  ];
  const parts = libraries.map(([, { Component, createElement }]) => {
    const Many = ({ children }: { children: Child }) => [children, 'and', null, 'more'];
    class Wrap extends Component<{ children: Child }> {
      render() {
        return createElement('section', { children: this.props.children } as object);
      }
    }
    return { Many, Wrap };
  });
  const build = (tree: Tree | string | null, at: number): Child => {
    if (tree === null || typeof tree === 'string') return tree;
    const [tag, props, children] = tree;
    const type = (parts[at] as Record<string, unknown>)[tag] ?? tag;
    return libraries[at]?.[1].createElement(
      type as 'p',
      {
        ...props,
        children: children.map((child) => build(child, at)),
      } as object,
    );
  };
  const look = (node: Node): unknown =>
    node instanceof Element
      ? [node.localName, node.getAttribute('class'), [...node.childNodes].map(look)]
      : node.textContent;
  let tree = grow(4);
  for (let round = 0; round < 150; round++) {
    // Half of the time one branch alone is another.
    const fresh = grow(4);
    tree = roll() < 0.5 ? fresh : [tree[0], tree[1], tree[2].map((child) => (roll() < 0.3 ? fresh : child))];
    for (const [at, [, { render }]] of libraries.entries()) render(build(tree, at), boxes[at] as HTMLElement);
    const [theirs, mine] = boxes.map((box) => [...box.childNodes].map(look));
    expect(mine, `round ${round}`).toEqual(theirs);
  }
});
