import * as fc from 'fast-check';
import { maximumMatching } from './matching';

/** The largest matching, found by trying everything. */
function largestByTrial(edges: number[][], used = new Set<number>()): number {
  if (edges.length === 0) return 0;
  const [first, ...rest] = edges;
  const sizes = [...new Set(first)]
    .filter(node => !used.has(node))
    .map(node => 1 + largestByTrial(rest, new Set([...used, node])));
  return Math.max(largestByTrial(rest, used), ...sizes);
}

const graphs = fc.array(fc.array(fc.nat({ max: 5 }), { maxLength: 4 }), {
  maxLength: 6,
});

describe('maximumMatching', () => {
  it('is as large as the largest there is', () => {
    fc.assert(
      fc.property(graphs, edges => {
        const matched = maximumMatching(edges.length, node => edges[node]);
        const size = matched.filter(node => node !== undefined).length;
        expect(size).toBe(largestByTrial(edges));
      }),
    );
  });

  it('pairs along edges, and nobody twice', () => {
    fc.assert(
      fc.property(graphs, edges => {
        const matched = maximumMatching(edges.length, node => edges[node]);
        const used = matched.filter(node => node !== undefined);
        expect(new Set(used).size).toBe(used.length);
        const offEdge = matched.filter(
          (node, index) => node !== undefined && !edges[index].includes(node),
        );
        expect(offEdge).toEqual([]);
      }),
    );
  });

  it('moves somebody over to make room', () => {
    expect(maximumMatching(2, node => [[0, 1], [0]][node])).toEqual([1, 0]);
  });
});
