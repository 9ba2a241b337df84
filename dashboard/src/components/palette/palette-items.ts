import { fill } from '@ventanilla/shared/i18n/fill';
import { rowsOf } from '@ventanilla/shared/state/rows';
import { shownTickets as shownOf } from '@ventanilla/shared/state/ticket-list';
import { setAvailability } from '../../availability.ts';
import { inbox, isAdmin, me, shownTickets, sites } from '../../desk.ts';
import { actOfKey, isKeySheetOpen } from '../../keys.ts';
import { texts } from '../../language.ts';
import { type PaletteItem, ticketNumberIn } from '../../model/palette.ts';
import { paths } from '../../paths.ts';
import { chooseTheme, themes } from '../../theme.ts';
import type { IconName } from '../Icon.tsx';
import { nameOf } from '../person-name.ts';

export const paletteGroups = ['conversations', 'tickets', 'acts', 'goTo'] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

export interface PaletteEntry extends PaletteItem<PaletteGroup> {
  icon: IconName;
  act: () => void;
}

type Go = (path: string) => void;

/** Everything that can be reached from here by name, as the desk is now. */
export function paletteItems(go: Go): PaletteEntry[] {
  return [...conversations(go), ...tickets(go), ...acts(), ...places(go)];
}

/** A number that is not among the known ones may still be somebody's ticket. */
export function ticketByNumber(query: string, items: readonly PaletteEntry[], go: Go): PaletteEntry[] {
  const known = items.filter(({ group }) => group === 'tickets');
  const number = ticketNumberIn(query, known[0]?.id.split('-')[0] ?? '');
  if (number === '' || known.some(({ id }) => id === number)) return [];
  const name = fill(texts.value.palette.openTicket, { number });
  return [{ id: number, group: 'tickets', icon: 'ticket', name, hint: '', act: () => go(paths.ticket(number)) }];
}

function conversations(go: Go): PaletteEntry[] {
  return rowsOf(inbox.value.rows).map(({ id, requester, subject, preview }) => {
    const hint = subject || preview;
    const act = () => go(paths.conversation(id));
    return { id, group: 'conversations' as const, icon: 'words' as const, name: nameOf(requester), hint, act };
  });
}

function tickets(go: Go): PaletteEntry[] {
  const known = [
    ...rowsOf(inbox.value.rows).flatMap(({ ticket }) => ticket ?? []),
    ...(shownTickets.value ? shownOf(shownTickets.value.list) : []),
  ];
  return [...new Map(known.map((ticket) => [ticket.number, ticket])).values()].map(
    ({ number, subject, requester }) => ({
      id: number,
      group: 'tickets',
      icon: 'ticket',
      name: `${number} ${subject}`,
      hint: nameOf(requester),
      act: () => go(paths.ticket(number)),
    }),
  );
}

function acts(): PaletteEntry[] {
  const { keys, palette, me: mine } = texts.value;
  const ofScreen: [key: string, name: string, icon: IconName][] = [
    ['r', keys.reply, 'reply'],
    ['n', keys.note, 'lock'],
    ['e', keys.resolve, 'check'],
    ['a', keys.handOver, 'user'],
  ];
  const isAway = me.value?.availability === 'away';
  return [
    ...ofScreen.flatMap(([key, name, icon]) => {
      const act = actOfKey(key);
      return act ? [{ id: key, group: 'acts' as const, icon, name, hint: key.toUpperCase(), act }] : [];
    }),
    {
      id: 'availability',
      group: 'acts',
      icon: 'user',
      name: isAway ? palette.available : palette.away,
      hint: '',
      act: () => void setAvailability(isAway ? 'available' : 'away'),
    },
    ...themes.map(
      (theme): PaletteEntry => ({
        id: `theme ${theme}`,
        group: 'acts',
        icon: 'moon',
        name: fill(palette.theme, { name: mine.themes[theme].toLocaleLowerCase() }),
        hint: '',
        act: () => chooseTheme(theme),
      }),
    ),
    {
      id: 'keys',
      group: 'acts',
      icon: 'keyboard',
      name: palette.keys,
      hint: '?',
      act: () => {
        isKeySheetOpen.value = true;
      },
    },
  ];
}

function places(go: Go): PaletteEntry[] {
  const { frame, settings } = texts.value;
  const place = (path: string, icon: IconName, name: string, hint = ''): PaletteEntry => {
    return { id: path, group: 'goTo', icon, name, hint, act: () => go(path) };
  };
  return [
    place(paths.inbox, 'inbox', frame.inbox, 'G I'),
    place(paths.tickets, 'ticket', frame.tickets, 'G T'),
    place(paths.articles, 'book', frame.articles, 'G K'),
    place(paths.settings, 'sliders', frame.settings, 'G S'),
    ...[...sites.value.values()].map(({ id, name }) => place(paths.site(id), 'code', name, frame.settings)),
    place(paths.team, 'people', settings.people, frame.settings),
    ...(isAdmin.value ? [place(paths.newSite, 'plus', settings.newSite, frame.settings)] : []),
  ];
}
