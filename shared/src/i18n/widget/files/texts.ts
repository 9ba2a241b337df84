/** Files before and after they are sent. `{…}` are slots for values. */
export interface FilesTexts {
  files: string;
  remove: string;
  save: string;
  uploading: string;
  notOpened: string;

  /** Why one does not go along: `{size}` it has, `{max}` fits; `{count}` fit in a message. */
  problem: {
    too_large: string;
    empty: string;
    too_many: string;
    unsupported_type: string;
    rate_limited: string;
    unavailable: string;
    blocked: string;
    unreachable: string;
    other: string;
  };

  drop: string;
  dropHint: string;
}
