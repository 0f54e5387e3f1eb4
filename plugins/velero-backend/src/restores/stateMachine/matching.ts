/**
 * A largest set of edges in a bipartite graph such that no node is used
 * twice (Kuhn's algorithm: grow by one augmenting path at a time).
 *
 * @param left - how many nodes there are on the left, numbered from 0
 * @param edges - for each left node, the right nodes it may be paired with
 * @returns for each left node the right node it got, or undefined
 */
export function maximumMatching(
  left: number,
  edges: (node: number) => readonly number[],
): Array<number | undefined> {
  const leftOf = new Map<number, number>();

  const augment = (node: number, visited: Set<number>): boolean => {
    for (const candidate of edges(node)) {
      if (visited.has(candidate)) continue;
      visited.add(candidate);
      const holder = leftOf.get(candidate);
      if (holder === undefined || augment(holder, visited)) {
        leftOf.set(candidate, node);
        return true;
      }
    }
    return false;
  };

  for (let node = 0; node < left; node++) {
    augment(node, new Set());
  }

  const matched: Array<number | undefined> = Array(left).fill(undefined);
  leftOf.forEach((node, candidate) => {
    matched[node] = candidate;
  });
  return matched;
}
