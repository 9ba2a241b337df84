/** Where a server may be made to die, from the packet to the answer: in the order in which a message passes them. */
export const crashLabels = ['append:before', 'before-commit', 'after-commit', 'append:committed', 'told'] as const;
export type CrashLabel = (typeof crashLabels)[number];

/** At the `nth` time that `at` is passed. */
export interface Crash {
  at: CrashLabel;
  nth: number;
  /** Nothing counts before this many messages have come in, the last of them included. */
  ofMessage?: number;
}

/** What a child process is told by its environment: names of the two variables. */
export const crashVariable = 'DELIVERY_CRASH';
export const breakageVariable = 'DELIVERY_BREAKAGE';
