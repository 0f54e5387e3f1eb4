import {
  veleroWorkspaceReadPermission,
  WorkspaceDetail,
  workspacesQuerySchema,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import {
  describeWorkspace,
  severityOf,
  summarizeWorkspace,
  WorkspaceOutlook,
} from '../answers';
import { SortKey, takenAt } from '../fleet';
import { Reader, requireSight, Sight } from '../permissions';
import { Workspace } from '../workspaces';
import { RouteContext } from './RouteContext';
import { searcher } from './searcher';
import { slice } from './slice';
import { toPage } from './toPage';

type Query = z.output<typeof workspacesQuerySchema>;

const SORTS: Record<Query['sort'], SortKey<WorkspaceOutlook>> = {
  id: ({ workspace }) => workspace.id,
  tenant: ({ workspace }) => workspace.tenant,
  lastBackup: ({ lastBackup }) => lastBackup && takenAt(lastBackup),
  nextRun: ({ nextRunAt }) => nextRunAt,
  backupCount: ({ backupCount }) => backupCount,
  verdict: ({ protection }) => protection && severityOf(protection.verdict),
};
const GREATEST_FIRST: Array<Query['sort']> = [
  'lastBackup',
  'backupCount',
  'verdict',
];

/** `GET /workspaces`: a `Page<WorkspaceSummary>`; `GET /workspaces/:id`: a `WorkspaceDetail`. */
export function addWorkspaces({ router, answerer, model }: RouteContext): void {
  const allow = (reader: Reader) =>
    requireSight(reader.workspaces, veleroWorkspaceReadPermission);

  router.get(
    '/workspaces',
    answerer.handle({
      query: workspacesQuerySchema,
      allow,
      answer: ({ query, reader }) => {
        const order =
          query.order ?? (GREATEST_FIRST.includes(query.sort) ? 'desc' : 'asc');
        const outlooks = model.directory
          .all()
          .filter(filterOf(query, reader.workspaces))
          .map(workspace => new WorkspaceOutlook(workspace, model))
          .filter(
            ({ protection }) =>
              !query.verdict || protection?.verdict === query.verdict,
          );
        return toPage(
          slice(outlooks, [SORTS[query.sort], SORTS.id], { ...query, order }),
          summarizeWorkspace,
          query,
          { model, reader },
        );
      },
    }),
  );

  router.get(
    '/workspaces/:id',
    answerer.handle({
      query: z.strictObject({}),
      allow,
      answer: ({ params: { id }, reader }): WorkspaceDetail => {
        const workspace = model.directory.get(id);
        if (!workspace || !reader.workspaces.sees(id)) {
          throw new NotFoundError(
            `There is no workspace ${id} that you may see`,
          );
        }
        return describeWorkspace(workspace, model, reader);
      },
    }),
  );
}

function filterOf(
  query: Query,
  sight: Sight,
): (workspace: Workspace) => boolean {
  const search = searcher(query.search);
  return workspace =>
    sight.sees(workspace.id) &&
    (!query.cluster || workspace.clusters.includes(query.cluster)) &&
    (!query.tenant || workspace.tenant === query.tenant) &&
    (!query.owner || workspace.owner === query.owner) &&
    (!query.intent || workspace.intent === query.intent) &&
    search(
      workspace.id,
      workspace.title,
      workspace.tenant,
      workspace.owner,
      ...workspace.namespaces.map(({ name }) => name),
    );
}
