import {
  Coverage,
  coverageBodySchema,
  says,
  scheduleCoverageQuerySchema,
  veleroScheduleReadPermission,
  veleroWorkspaceReadPermission,
} from '@appgear/backstage-plugin-velero-common';
import { InputError, NotFoundError } from '@backstage/errors';
import express from 'express';
import { z } from 'zod';
import { freshnessFor, ReadModel, touchesSight } from '../answers';
import { ScheduleRecord } from '../fleet';
import { Reader, requireSight, Sight } from '../permissions';
import { errorSaying, ProblemError } from '../problems';
import { Proof } from '../proof';
import { readTemplate, ScheduleManifest, writeManifest } from '../protection';
import { parseQuery } from './parseQuery';
import { RouteContext } from './RouteContext';

const MAX_BODY = '300kb';

/**
 * `GET /schedules/:cluster/:name/coverage` and `POST /coverage`: `Coverage`,
 * of a schedule that exists, or of one that was edited or pasted.
 */
export function addCoverage(
  { router, answerer, model }: RouteContext,
  proof: Proof,
): void {
  router.get(
    '/schedules/:cluster/:name/coverage',
    answerer.handle({
      query: scheduleCoverageQuerySchema,
      allow: reader =>
        requireSight(reader.schedules, veleroScheduleReadPermission),
      variant: () => proof.detailVersion,
      answer: async ({ params, query, reader }): Promise<Coverage> => {
        const schedule = findSchedule(params, model, reader.schedules);
        const manifest = reader.workspaces.all
          ? manifestOf(schedule, model)
          : undefined;
        const coverage = await proof.coverage.ask({
          cluster: schedule.cluster,
          template: schedule.template,
          manifest,
          isWanted: wantedBy(query.workspace, reader.workspaces),
        });
        return {
          ...coverage,
          assessment: proof.assessSchedule(schedule),
          manifest: manifest && writeManifest(manifest),
          workspaces: workspacesOn(schedule.cluster, model, reader.workspaces),
          freshness: freshnessFor(model, reader, schedule.cluster),
        };
      },
    }),
  );

  router.post(
    '/coverage',
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const reader = await answerer.readerOf(req);
      requireSight(reader.workspaces, veleroWorkspaceReadPermission);
      const body = parseQuery(coverageBodySchema, req.body);
      res.json(await askFor(body, reader, { model, proof }));
    },
  );
}

async function askFor(
  body: z.output<typeof coverageBodySchema>,
  reader: Reader,
  { model, proof }: { model: ReadModel; proof: Proof },
): Promise<Coverage> {
  const { cluster, schedule, workspace } = body;
  const freshness = freshnessFor(model, reader, cluster);
  if (freshness.length === 0) {
    throw errorSaying(NotFoundError, says('asked.noCluster', { cluster }));
  }
  const coverage = await proof.coverage.ask({
    cluster,
    template: asInput(() => readTemplate(schedule)),
    manifest: reader.workspaces.all ? schedule : undefined,
    isWanted: wantedBy(workspace, reader.workspaces),
  });
  const workspaces = workspacesOn(cluster, model, reader.workspaces);
  return { ...coverage, workspaces, freshness };
}

/** What is wrong with the text is the asker's to mend. */
function asInput<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof ProblemError
      ? errorSaying(InputError, error.problem)
      : new InputError((error as Error).message);
  }
}

/** @throws NotFoundError, also for schedules that the reader may not see */
function findSchedule(
  { cluster, name }: Record<string, string>,
  model: ReadModel,
  sight: Sight,
): ScheduleRecord {
  const schedule = model.fleet.tables.schedules.get(cluster, name);
  if (!schedule || !touchesSight(model.workspacesOfSchedule(schedule), sight)) {
    throw new NotFoundError(
      `There is no schedule ${name} on cluster ${cluster} that you may see`,
    );
  }
  return schedule;
}

function workspacesOn(
  cluster: string,
  { directory }: ReadModel,
  sight: Sight,
): string[] {
  return directory
    .on(cluster)
    .map(({ id }) => id)
    .filter(id => sight.sees(id))
    .sort();
}

function wantedBy(workspace: string | undefined, sight: Sight) {
  return (id: string) => (!workspace || id === workspace) && sight.sees(id);
}

function manifestOf(
  { cluster, name, labels, cron, template }: ScheduleRecord,
  { fleet }: ReadModel,
): ScheduleManifest {
  const namespace = fleet.cluster(cluster)?.veleroNamespace ?? 'velero';
  return { name, namespace, labels, cron, template };
}
