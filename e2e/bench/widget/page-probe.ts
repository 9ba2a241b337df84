/** What a page under measurement writes down about itself; times are ms since its navigation began. */
export interface PageNotes {
  /** The launcher was in a frame that has been drawn; 0: not yet. */
  launcherAt: number;
  /** Each longer than 50 ms. */
  longTasks: { at: number; ms: number }[];
  shift: number;
  /** When a pointer first came over the widget. */
  pointerAt: number;
  pressedAt: number;
  /** The field had the focus, and a frame with it was drawn. */
  canTypeAt: number;
}

/** Runs in every page before its own scripts, with the widget or without. */
export function takeNotes(): void {
  const notes: PageNotes = {
    launcherAt: 0,
    longTasks: [],
    shift: 0,
    pointerAt: 0,
    pressedAt: 0,
    canTypeAt: 0,
  };
  Object.assign(window, { notes });
  const isWidget = (node: unknown) => node instanceof Element && node.localName === 'ventanilla-widget';

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) notes.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });

  /** To be called before a frame is drawn: the message comes after it. */
  function whenDrawn(note: (at: number) => void): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => note(performance.now());
    port2.postMessage('');
  }

  const onWidget = new MutationObserver((changes) => {
    if (notes.launcherAt || !changes.some(({ addedNodes }) => [...addedNodes].some(isWidget))) return;
    onWidget.disconnect();
    requestAnimationFrame(() =>
      whenDrawn((at) => {
        notes.launcherAt = at;
      }),
    );
  });
  const onRoot = new MutationObserver(() => {
    if (!document.documentElement) return;
    onRoot.disconnect();
    onWidget.observe(document.documentElement, { childList: true });
  });
  onRoot.observe(document, { childList: true });
  if (document.documentElement) onWidget.observe(document.documentElement, { childList: true });

  addEventListener(
    'pointerover',
    ({ target, timeStamp }) => {
      if (isWidget(target)) notes.pointerAt ||= timeStamp;
    },
    true,
  );
  addEventListener(
    'click',
    ({ target, timeStamp }) => {
      if (!isWidget(target) || notes.pressedAt) return;
      notes.pressedAt = timeStamp;
      look((target as Element).shadowRoot);
    },
    true,
  );

  /** In every frame: the focus goes from one place in our root to another, and nobody outside hears of that. */
  function look(root: ShadowRoot | null): void {
    requestAnimationFrame(() => {
      if (!(root?.activeElement instanceof HTMLInputElement)) return look(root);
      whenDrawn((at) => {
        notes.canTypeAt = at;
      });
    });
  }
}
