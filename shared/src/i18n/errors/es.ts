import type { ErrorCode } from '../../wire/errors.ts';

/** What the API says to a person for each code. `{field}` and the like come from the error's details. */
export const errorsEs: Record<ErrorCode, string> = {
  invalid: 'Algo de lo enviado no es válido: {field}.',
  unknown_command: 'Esta versión del servidor no conoce esa orden.',
  unauthenticated: 'Tu sesión no es válida o ha terminado. Vuelve a entrar.',
  forbidden: 'Tu cuenta no tiene permiso para hacer esto.',
  not_found: 'No existe, o no está a tu alcance.',
  conflict: 'Ha cambiado mientras lo tenías abierto. Mira lo nuevo y confirma.',
  taken: 'Ya la tiene {name}.',
  not_writable: 'Esta conversación ha terminado. Empieza una nueva.',
  already_ticketed: 'Esta conversación ya tiene un ticket abierto.',
  unanswered: 'La última palabra es del visitante: responde antes de darla por terminada.',
  already_set_up: 'Esta instalación ya tiene un administrador. Pídele una invitación.',
  link_expired: 'Este enlace ya se ha usado o ha caducado. Pide otro.',
  address_taken: 'Ya hay una cuenta con esa dirección.',
  last_admin: 'Es la única cuenta de administrador: nombra antes a otra persona.',
  wrong_credentials: 'La dirección o la contraseña no son correctas.',
  weak_password: 'La contraseña es demasiado corta o demasiado larga.',
  bad_identity: 'El sitio no ha firmado bien tu identidad. Puedes seguir sin ella.',
  origin_not_allowed: 'Esta página no está en la lista de orígenes del sitio.',
  rate_limited: 'Demasiadas peticiones seguidas. Espera unos segundos y vuelve a intentarlo.',
  too_large: 'Es demasiado grande para enviarlo.',
  unsupported_protocol: 'Esta página es de una versión antigua. Recárgala para continuar.',
  method_not_allowed: 'Esa dirección no admite este método.',
  unavailable: 'Ahora mismo no se puede guardar. No se ha perdido nada: vuelve a intentarlo.',
  internal: 'Ha fallado algo nuestro. Ya está anotado con la referencia {requestId}.',
};
