import { IndexableDocument } from '@backstage/plugin-search-common';
import type {
  FoundRestoreRequest,
  SearchableRestoreRequest,
} from '@appgear/backstage-plugin-velero-common';

/**
 * A restore request as whoever may see one workspace may find it. A request
 * that touches several has a document for each: none names another.
 *
 * @public
 */
export interface RestoreRequestDocument
  extends IndexableDocument,
    FoundRestoreRequest {}

/**
 * The documents of a request. Search shows a document without an
 * authorization to everybody who may see any, so what touches no workspace
 * gets none.
 */
export function toDocuments(
  request: SearchableRestoreRequest,
): RestoreRequestDocument[] {
  const { id, cluster, backup, filedAt } = request;
  return request.workspaces.map(workspace => {
    const into = request.targets
      .filter(target => target.workspace === workspace)
      .map(({ namespace }) => namespace);
    const what = `${workspace}${
      into.length > 0 ? ` into ${into.join(', ')}` : ''
    }`;
    return {
      title: `Restore of ${what}`,
      text: `Restore request ${id}: ${what}, backup ${backup}, on cluster ${cluster}, filed ${filedAt}`,
      // Engines take the location for the document's key, so each has its own.
      location: `/dr/restores/${encodeURIComponent(
        id,
      )}?workspace=${encodeURIComponent(workspace)}`,
      requestId: id,
      workspace,
      into,
      cluster,
      backup,
      filedAt,
      authorization: { resourceRef: workspace },
    };
  });
}
