import {
  recoveryPointsQuerySchema,
  veleroWorkspaceReadPermission,
  WorkspaceProtection,
  WorkspaceRecoveryPoints,
} from '@appgear/backstage-plugin-velero-common';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import { freshnessFor, ReadModel } from '../answers';
import { Reader, requireSight } from '../permissions';
import { Assessed, Proof } from '../proof';
import { describeProtection, listPoints } from '../proof/answers';
import { RouteContext } from './RouteContext';

/**
 * `GET /workspaces/:id/protection`: `WorkspaceProtection`;
 * `GET /workspaces/:id/recovery-points`: `WorkspaceRecoveryPoints`.
 */
export function addProtection(
  { router, answerer, model }: RouteContext,
  proof: Proof,
): void {
  const allow = (reader: Reader) =>
    requireSight(reader.workspaces, veleroWorkspaceReadPermission);
  const variant = () => proof.detailVersion;

  router.get(
    '/workspaces/:id/protection',
    answerer.handle({
      query: z.strictObject({}),
      allow,
      variant,
      answer: async ({ params, reader }): Promise<WorkspaceProtection> => {
        const found = await assess(params.id, reader, { model, proof });
        const summary = proof.assessor.of(params.id)!.summary;
        return {
          ...describeProtection(found, summary, proof),
          freshness: freshnessOf(found, model, reader),
        };
      },
    }),
  );

  router.get(
    '/workspaces/:id/recovery-points',
    answerer.handle({
      query: recoveryPointsQuerySchema,
      allow,
      variant,
      answer: async ({
        params,
        query,
        reader,
      }): Promise<WorkspaceRecoveryPoints> => {
        const found = await assess(params.id, reader, { model, proof });
        const points = listPoints(found, proof).filter(
          ({ schedule }) => !query.schedule || schedule === query.schedule,
        );
        const { offset, limit } = query;
        return {
          items: points.slice(offset, offset + limit),
          total: points.length,
          offset,
          limit,
          freshness: freshnessOf(found, model, reader),
        };
      },
    }),
  );
}

/** @throws NotFoundError, also for workspaces that the reader may not see */
async function assess(
  id: string,
  reader: Reader,
  { model, proof }: { model: ReadModel; proof: Proof },
): Promise<Assessed> {
  if (!model.directory.get(id) || !reader.workspaces.sees(id)) {
    throw new NotFoundError(`There is no workspace ${id} that you may see`);
  }
  const found = await proof.assessor.assess(id);
  if (!found) {
    throw new ServiceUnavailableError(`Workspace ${id} is not assessed yet`);
  }
  return found;
}

function freshnessOf(
  { world }: Assessed,
  model: ReadModel,
  reader: Reader,
): WorkspaceProtection['freshness'] {
  const clusters = new Set(world.namespaces.map(({ cluster }) => cluster));
  return freshnessFor(model, reader).filter(({ cluster }) =>
    clusters.has(cluster),
  );
}
