import { ReadModel } from '../answers';
import { ContentsSight } from '../evidence/contents';
import { BackupRecord } from '../fleet';
import { Sight } from '../permissions';

/** Which of a backup's namespaces a reader may look into. */
export class BackupSight implements ContentsSight {
  readonly all: boolean;
  readonly #clusters: readonly string[];
  readonly #model: ReadModel;
  readonly #sight: Sight;

  constructor(backup: BackupRecord, model: ReadModel, sight: Sight) {
    this.all = sight.all;
    this.#clusters = model.scopes.clustersOf(backup);
    this.#model = model;
    this.#sight = sight;
  }

  /**
   * On every cluster that the backup may be of, the namespace has to belong to
   * a workspace in sight: else it may be somebody else's namespace of that name.
   */
  sees(namespace: string): boolean {
    if (this.all) {
      return true;
    }
    const ids = this.#idsOf(namespace);
    return (
      ids.length > 0 &&
      ids.every(id => id !== undefined && this.#sight.sees(id))
    );
  }

  workspacesOf(namespace: string): string[] {
    const ids = this.#idsOf(namespace).filter(
      (id): id is string => id !== undefined && this.#sight.sees(id),
    );
    return [...new Set(ids)].sort();
  }

  #idsOf(namespace: string): (string | undefined)[] {
    const { fleet, directory } = this.#model;
    return this.#clusters.flatMap(cluster => {
      const record = fleet.tables.namespaces.get(cluster, namespace);
      return record ? [directory.idOf(record)] : [];
    });
  }
}
