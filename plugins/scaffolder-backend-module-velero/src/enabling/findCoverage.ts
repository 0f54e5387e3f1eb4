import {
  VeleroService,
  VeleroServiceOptions,
} from '@appgear/backstage-plugin-velero-node';
import { NotFoundError } from '@backstage/errors';
import { checkLiving, checkPlanned, CoverageFinding } from '../coverage';
import { fromBackend } from '../asking';
import { EnabledFolder } from './enable';

interface Asked {
  workspace: string;
  cluster?: string;
  folder?: EnabledFolder;
}

/**
 * Whether a schedule takes a workspace: one that lives by what lives there,
 * one that is still to come by the Schedules in the same folder.
 */
export async function findCoverage(
  { workspace, cluster, folder }: Asked,
  { velero, ...options }: VeleroServiceOptions & { velero: VeleroService },
): Promise<CoverageFinding> {
  try {
    return await checkLiving(velero, { workspace, cluster }, options);
  } catch (error) {
    if (!(error instanceof NotFoundError) || !folder) throw error;
  }
  return checkPlanned({
    ...folder,
    veleroVersion: cluster && (await versionOn(cluster, velero, options)),
  });
}

/** Undefined also for those who may not see clusters. */
async function versionOn(
  cluster: string,
  velero: VeleroService,
  options: VeleroServiceOptions,
): Promise<string | undefined> {
  try {
    const clusters = await fromBackend(velero.listClusters(options));
    return clusters.find(it => it.cluster === cluster)?.veleroVersion;
  } catch {
    return undefined;
  }
}
