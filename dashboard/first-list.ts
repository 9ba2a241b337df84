interface Graph {
  getModuleInfo: (id: string) => { isEntry: boolean; importers: readonly string[] } | null;
}

/**
 * Names the chunk of everything that the page's own script reaches without a dynamic import: what the first list waits
 * for. One file of it compresses well, and nothing else slips in.
 */
export function firstListChunk(name: string): (id: string, graph: Graph) => string | null {
  const known = new Map<string, boolean>();
  const isReached = (id: string, graph: Graph): boolean => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    // Of two modules that import each other, neither reaches the other first.
    known.set(id, false);
    const info = graph.getModuleInfo(id);
    const isIt = info !== null && (info.isEntry || info.importers.some((importer) => isReached(importer, graph)));
    known.set(id, isIt);
    return isIt;
  };
  // The page looks for its script among the entries: taken into a named chunk, it would be found by nobody.
  const isPageScript = (id: string, graph: Graph) =>
    graph.getModuleInfo(id)?.isEntry === true || id.endsWith('/src/main.tsx');
  return (id, graph) => (id.endsWith('.css') || isPageScript(id, graph) || !isReached(id, graph) ? null : name);
}
