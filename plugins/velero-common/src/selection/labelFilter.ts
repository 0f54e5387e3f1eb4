import type { BackupSpec, LabelSelector } from '../velero';
import {
  formatLabelSelector,
  isEmptyLabelSelector,
  labelSelectorProblems,
  matchesLabelSelector,
} from './labelSelector';

/**
 * The label selectors of a backup, of which one must match. They are asked of
 * each object's own labels.
 * Source: Velero, pkg/backup/item_collector.go, listResourceByLabelsPerNamespace.
 */
export class LabelFilter {
  readonly #selectors: readonly LabelSelector[];

  constructor(spec: BackupSpec) {
    const alternatives = spec.orLabelSelectors ?? [];
    if (alternatives.length > 0) {
      this.#selectors = alternatives.map(selector => selector ?? {});
    } else {
      this.#selectors = spec.labelSelector ? [spec.labelSelector] : [];
    }
  }

  /** No selector: every object fits. */
  get isOpen(): boolean {
    return this.#selectors.length === 0;
  }

  /** Whether one of the selectors asks for these labels; false when there is none. */
  selects(labels: Record<string, string> | undefined): boolean {
    return this.#selectors.some(selector =>
      matchesLabelSelector(selector, labels),
    );
  }

  /**
   * The selector that the API server refuses, in kubectl's notation. Velero
   * sends `<none>` for one without requirements and `<error>` for a wrong one
   * (k8s.io/apimachinery, metav1.FormatLabelSelector), and with one refused
   * lists nothing at all.
   */
  get refused(): string | undefined {
    const refused = this.#selectors.find(
      selector =>
        isEmptyLabelSelector(selector) ||
        labelSelectorProblems(selector).length > 0,
    );
    return refused && (formatLabelSelector(refused) || '{}');
  }
}
