/**
 * In place of Preact, as far as the panel uses it: elements, function and class components, keys, refs, `setState`. A
 * third of its bytes, since nothing here hydrates, suspends or hooks. `preact.test.ts` holds both to the same suite.
 */
interface Props {
  [name: string]: unknown;
  children?: unknown;
}
type FunctionType = (props: Props) => unknown;
type ClassType = new (props: Props) => Component;

interface Ref {
  current: unknown;
}

interface VNode {
  /** A tag, a component, or '' for text. */
  type: string | FunctionType | ClassType;
  props: Props;
  key: unknown;
  /** What it has become. Holes stay, so that whatever follows them keeps its place. */
  children: (VNode | null)[];
  parent: VNode | undefined;
  dom: Element | Text | undefined;
  instance: Component | undefined;
}

type Listener = (event: Event) => unknown;

const svg = 'http://www.w3.org/2000/svg';
/** Properties of these names say something else than the attributes. */
const attributes = /^(width|height|href|list|form|tabIndex|download|role|popover)$/;

const roots = new WeakMap<Element, VNode>();
const listenersOf = new WeakMap<Element, Record<string, Listener | undefined>>();
const dirty = new Set<Component>();
/** To be called once everything is in its place, children before their parents. */
let finished: (() => void)[] = [];

export function createElement(type: VNode['type'], { key, ...props }: Props): VNode {
  return { type, props, key, children: [], parent: undefined, dom: undefined, instance: undefined };
}

export function Fragment({ children }: Props): unknown {
  return children;
}

export function createRef(): Ref {
  return { current: null };
}

export class Component {
  props: Props;
  state: object = {};
  /** The state of the next drawing. */
  pending: object | undefined;
  vnode: VNode | undefined;

  constructor(props: Props) {
    this.props = props;
  }

  setState(changes: object): void {
    this.pending = { ...(this.pending ?? this.state), ...changes };
    if (dirty.size === 0) queueMicrotask(drawDirty);
    dirty.add(this);
  }

  render(): unknown {
    return null;
  }

  componentDidMount?(): void;
  componentDidUpdate?(): void;
  componentWillUnmount?(): void;
}

export function render(element: unknown, container: Element): void {
  const root = createElement('', {});
  root.dom = container;
  patchChildren(root, roots.get(container)?.children ?? [], element, container);
  roots.set(container, root);
  finish(root);
}

function drawDirty(): void {
  for (const { vnode } of dirty) {
    let host = vnode;
    while (host && !host.dom) host = host.parent;
    if (!vnode || !(host?.dom instanceof Element)) continue;
    draw(vnode, vnode.children, host.dom);
    finish(host);
  }
  dirty.clear();
}

function finish(host: VNode): void {
  place(host);
  const calls = finished;
  finished = [];
  for (const call of calls) call();
}

/** A list is what a fragment holds. */
function normal(child: unknown): VNode | null {
  if (child === null || child === undefined || typeof child === 'boolean') return null;
  if (Array.isArray(child)) return createElement(Fragment, { children: child });
  return isVNode(child) ? child : createElement('', { children: String(child) });
}

/** Of what a component may return, only elements are objects. */
function isVNode(child: unknown): child is VNode {
  return typeof child === 'object';
}

function patchChildren(parent: VNode, before: (VNode | null)[], children: unknown, host: Element): void {
  const left = new Set(before);
  const fits = (old: VNode | null | undefined, next: VNode) =>
    old && left.has(old) && old.type === next.type && old.key === next.key;
  const find = (next: VNode, index: number) => {
    const old = before[index];
    // What was a hole is something new: the others keep what is theirs.
    if (fits(old, next) || (old === null && next.key === undefined)) return old;
    return before.find((candidate) => fits(candidate, next));
  };
  parent.children = (Array.isArray(children) ? children : [children]).map(normal);
  parent.children.forEach((next, index) => {
    if (!next) return;
    const old = find(next, index);
    if (old) left.delete(old);
    next.parent = parent;
    // An element that is handed down is the same one as long as whoever made it was not drawn again.
    if (next !== old) patch(old ?? undefined, next, host);
  });
  for (const old of left) if (old) remove(old, true);
}

function patch(old: VNode | undefined, next: VNode, host: Element): void {
  const { type, props } = next;
  if (typeof type !== 'string') {
    next.instance = old?.instance ?? (isClass(type) ? new type(props) : undefined);
    if (next.instance) next.instance.vnode = next;
    draw(next, old?.children ?? [], host);
  } else if (type === '') {
    const text = old?.dom instanceof Text ? old.dom : new Text();
    if (text.data !== props.children) text.data = String(props.children);
    next.dom = text;
  } else {
    const namespace = type === 'svg' ? svg : host.namespaceURI;
    next.dom = old?.dom instanceof Element ? old.dom : document.createElementNS(namespace, type);
    patchElement(next.dom, old, next);
  }
}

function patchElement(dom: Element, old: VNode | undefined, next: VNode): void {
  const { props } = next;
  const known = old?.props ?? {};
  for (const name in { ...known, ...props }) {
    if (name !== 'value' && known[name] !== props[name]) setProperty(dom, name, props[name]);
  }
  patchChildren(next, old?.children ?? [], props.children, dom);
  // Whatever was typed meanwhile: a field shows what the program says.
  if ('value' in props && 'value' in dom && dom.value !== props.value) dom.value = props.value;
  place(next);
}

function isClass(type: FunctionType | ClassType): type is ClassType {
  return type.prototype instanceof Component;
}

function draw(vnode: VNode, before: (VNode | null)[], host: Element): void {
  const { type, props, instance } = vnode;
  if (!instance) {
    patchChildren(vnode, before, (type as FunctionType)(props), host);
    return;
  }
  dirty.delete(instance);
  instance.props = props;
  instance.state = instance.pending ?? instance.state;
  instance.pending = undefined;
  patchChildren(vnode, before, instance.render(), host);
  finished.push(() => (before.length === 0 ? instance.componentDidMount?.() : instance.componentDidUpdate?.()));
}

/** What a node shows directly inside its host, in order. */
function domsOf({ children }: VNode): (Element | Text)[] {
  return children.flatMap((child) => (child ? (child.dom ?? domsOf(child)) : []));
}

/** From the last to the first, so that what stands right is not touched. */
function place(host: VNode): void {
  let next: Node | null = null;
  for (const dom of domsOf(host).reverse()) {
    if (dom.parentNode !== host.dom || dom.nextSibling !== next) host.dom?.insertBefore(dom, next);
    next = dom;
  }
}

function remove({ props, instance, children, dom }: VNode, isTop: boolean): void {
  if (props.ref) setProperty(null, 'ref', props.ref);
  if (instance) {
    instance.componentWillUnmount?.();
    instance.vnode = undefined;
  }
  for (const child of children) if (child) remove(child, isTop && !dom);
  if (isTop) dom?.remove();
}

function setProperty(dom: Element | null, name: string, value: unknown): void {
  if (name === 'ref') (value as Ref).current = dom;
  else if (!dom || name === 'children') return;
  else if (name.startsWith('on')) listen(dom, name.slice(2).toLowerCase(), value as Listener | undefined);
  else if (name === 'style') Object.assign((dom as HTMLElement).style, value);
  else if (name in dom && dom.namespaceURI !== svg && !attributes.test(name)) {
    Object.assign(dom, { [name]: value ?? '' });
  } else if (value === null || value === undefined || (value === false && name[4] !== '-')) dom.removeAttribute(name);
  else dom.setAttribute(name, String(value));
}

/** One listener for each event, which asks for the latest function. */
function listen(dom: Element, event: string, listener: Listener | undefined): void {
  const listeners = listenersOf.get(dom) ?? {};
  listenersOf.set(dom, listeners);
  if (!(event in listeners)) dom.addEventListener(event, (fired) => listeners[event]?.(fired));
  listeners[event] = listener;
}
