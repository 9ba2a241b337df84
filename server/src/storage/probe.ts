/** The steps at which a test may stop the process, copy the files or throw. Production hands in nothing. */
export type ProbeLabel = 'before-commit' | 'after-commit' | 'before-place' | 'after-place';
export type Probe = (label: ProbeLabel) => void | Promise<void>;
