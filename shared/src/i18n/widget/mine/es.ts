import type { MineTexts } from './texts.ts';

export const texts: MineTexts = {
  mine: 'Tus conversaciones',
  all: 'Ver todas',
  current: 'En marcha',
  past: 'Terminadas',
  startAnother: 'Empezar otra',
  unread: 'Sin leer',

  state: {
    queued: 'En cola',
    active: 'En marcha',
    answered: 'Respondida',
    withdrawn: 'Retirada',
    discarded: 'Cerrada',
  },

  team: 'El equipo',
  ticket: '{number} · {name} · {when}',
  active: 'Te atiende {name}',
  queued: 'Será un ticket si nadie te atiende {when}',
  began: 'Empezó {when}',
};
