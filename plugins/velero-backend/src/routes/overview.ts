import { veleroWorkspaceReadPermission } from '@appgear/backstage-plugin-velero-common';
import { z } from 'zod';
import { describeOverview, ReadModel } from '../answers';
import { Reader, requirePermission } from '../permissions';
import { RouteContext } from './RouteContext';

/** `GET /overview`: an `Overview` of what the reader may see. */
export function addOverview({ router, answerer, model }: RouteContext): void {
  router.get(
    '/overview',
    answerer.handle({
      query: z.strictObject({}),
      allow: allowOverview,
      answer: ({ reader }) => describeOverview(model, reader, Date.now()),
      variant: () => String(Math.floor(Date.now() / lastingMs(model))),
    }),
  );
}

/**
 * "In the last 24 hours" is another time each minute. Evidence is read many
 * times a second: how much is still to be read may be a little older.
 */
function lastingMs({ standings }: ReadModel): number {
  return standings.evidenceBacklog > 0 ? 15_000 : 60_000;
}

/** @throws NotAllowedError for readers that may see nothing of the first page */
export function allowOverview(reader: Reader): void {
  requirePermission(
    reader.clusters || !reader.workspaces.denied || !reader.schedules.denied,
    veleroWorkspaceReadPermission,
  );
}
