type Approach = 'any' | 'csiSnapshot' | 'podvolume' | 'volumeSnapshot';

/**
 * Which volumes were left out, and why: one reason per way that was tried. A
 * volume that one way saved is not skipped, whatever the others say.
 * Source: Velero 1.18.2, pkg/backup/pv_skip_tracker.go.
 */
export class SkippedVolumes {
  readonly #reasons = new Map<string, Map<Approach, string>>();
  readonly #saved = new Set<string>();

  track(volume: string, approach: Approach, reason: string): void {
    if (this.#saved.has(volume)) {
      return;
    }
    const reasons = this.#reasons.get(volume) ?? new Map();
    this.#reasons.set(volume, reasons.set(approach, reason));
  }

  untrack(volume: string): void {
    this.#saved.add(volume);
    this.#reasons.delete(volume);
  }

  /** Volumes by name, each with its reasons in one line. */
  summary(): Array<{ volume: string; reason: string }> {
    return [...this.#reasons].sort(byFirst).map(([volume, reasons]) => ({
      volume,
      reason: [...reasons]
        .sort(byFirst)
        .map(([approach, reason]) => `${approach}: ${reason};`)
        .join(''),
    }));
  }
}

function byFirst([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
