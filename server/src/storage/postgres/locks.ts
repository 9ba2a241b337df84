/** Keys of the advisory locks: one thing at a time in the whole installation. */
export const locks = {
  migrate: 0x56454e01,
  place: 0x56454e02,
} as const;
