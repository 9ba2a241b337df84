/** Other ways of asking: none empty, none twice, in their order. */
export function cleanPhrasings(phrasings: readonly string[]): string[] {
  return [...new Set(phrasings)].filter((phrasing) => phrasing !== '');
}
