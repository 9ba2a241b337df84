/** Every way in which the product says no. Clients switch on the code; the sentence is for people. */
export const errorCodes = [
  'invalid',
  'unknown_command',
  'unauthenticated',
  'forbidden',
  'blocked',
  'not_found',
  'conflict',
  'taken',
  'not_writable',
  'already_ticketed',
  'unanswered',
  'already_set_up',
  'link_expired',
  'address_taken',
  'last_admin',
  'last_member',
  'wrong_credentials',
  'weak_password',
  'bad_identity',
  'origin_not_allowed',
  'rate_limited',
  'too_large',
  'unsupported_type',
  'unsupported_protocol',
  'method_not_allowed',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** HTTP status of each code; sockets carry the code alone. */
export const errorStatus = {
  invalid: 400,
  unknown_command: 404,
  unauthenticated: 401,
  forbidden: 403,
  blocked: 403,
  not_found: 404,
  conflict: 409,
  taken: 409,
  not_writable: 409,
  already_ticketed: 409,
  unanswered: 409,
  already_set_up: 409,
  link_expired: 410,
  address_taken: 409,
  last_admin: 409,
  last_member: 409,
  wrong_credentials: 401,
  weak_password: 400,
  bad_identity: 401,
  origin_not_allowed: 403,
  rate_limited: 429,
  too_large: 413,
  unsupported_type: 415,
  unsupported_protocol: 426,
  method_not_allowed: 405,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** The body of every refusal, the same on sockets and over HTTP. */
export interface WireError {
  code: ErrorCode;
  message: string;
  /** Facts that belong to the code: the field (`invalid`), who has it (`taken`), the newer entries (`conflict`), ms to wait (`rate_limited`), why nothing can be stored (`unavailable`: `full`, `busy`, `io`, `closed`). */
  details?: Record<string, unknown>;
  requestId?: string;
}

export type Ack<T> = { ok: true; data: T } | { ok: false; error: WireError };
