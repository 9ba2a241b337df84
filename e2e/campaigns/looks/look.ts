import { everyReader, type Reader } from '../../fixtures/reader.ts';
import type { Tongue } from '../../pages/widget-words.ts';

/** A window in which a picture is taken; of a page with the widget on it only the corner with the widget. */
export interface View {
  name: string;
  viewport: { width: number; height: number };
  clip?: { x: number; y: number; width: number; height: number };
  /** Its width on the sheet, px: a panel is looked at as it is, pages are smaller. */
  shownWidth: number;
}

/** Somebody who looks at a screen: in which tongue, and the windows that it is drawn in, one after the other. */
export interface Look extends Reader {
  tongue: Tongue;
  views: readonly View[];
}

export const captionOf = ({ tongue, theme }: Look, { name }: View) => `${tongue} ${theme} ${name}`;

const corner = { width: 460, height: 740 };

/** The widget at three widths; `side`: where the page has its corner. */
function widgetViews(side: 'left' | 'right'): View[] {
  const cornerOf = (width: number, height: number) => ({
    ...corner,
    x: side === 'left' ? 0 : width - corner.width,
    y: height - corner.height,
  });
  return [
    { name: '360', viewport: { width: 360, height: 740 }, shownWidth: 360 },
    { name: '768', viewport: { width: 768, height: 1024 }, clip: cornerOf(768, 1024), shownWidth: 460 },
    { name: '1440', viewport: { width: 1440, height: 900 }, clip: cornerOf(1440, 900), shownWidth: 460 },
  ];
}

/** Every tongue at every width; each screen is seen in both themes, every other one in the third tongue in the dark. */
export function widgetLooks(index: number): Look[] {
  const pseudoTheme = index % 2 === 0 ? 'light' : 'dark';
  return [
    { locale: 'es', tongue: 'es', theme: 'light', size: 'desktop', views: widgetViews('right') },
    { locale: 'en', tongue: 'en', theme: 'dark', size: 'desktop', views: widgetViews('right') },
    { locale: 'en', tongue: 'ar-XB', theme: pseudoTheme, size: 'desktop', views: widgetViews('left') },
  ];
}

/** Pages and dashboard: every language in every theme on a desktop and on a phone. */
export function pageLooks(desktopWidth: number): Look[] {
  return everyReader.map((reader) => {
    const isDesktop = reader.size === 'desktop';
    const viewport = isDesktop ? { width: 1440, height: 900 } : { width: 390, height: 844 };
    const view = { name: reader.size, viewport, shownWidth: isDesktop ? desktopWidth : 390 };
    return { ...reader, tongue: reader.locale, views: [view] };
  });
}
