import { application } from './application';
import { BASE, clusterName, DAY_ZERO, overlayOf } from './cluster';
import { crdsOf, keepCrds } from './crds';
import { credentials } from './credentials';
import { DrModule, parseDrModule } from './input';
import { dayZero, kustomization } from './kustomization';
import { location } from './location';
import { RenderedFile, yamlFile } from './manifest';
import { namespace } from './namespace';
import { nodeAgent, podLimits } from './nodeAgent';
import { rbac } from './rbac';
import { readme } from './readme';
import { findRelease, Release } from './releases';
import { coreDaily, fullWeekly, workspacesDaily } from './schedules';
import { server } from './server';
import { snapshotClass } from './snapshotClass';

/**
 * Module 15 for one cluster, as files of a GitOps repository. The same input
 * gives the same bytes.
 *
 * @throws an error that names each field that does not fit
 * @public
 */
export function renderDrModule(input: unknown): RenderedFile[] {
  const module = parseDrModule(input);
  const release = findRelease(module.veleroVersion)!;
  const cluster = clusterName(module);
  return [
    ...base(module, release),
    ...overlay(module, release, cluster),
    ...dayZeroOverlay(module, cluster),
    yamlFile(
      `clusters/${cluster}/core-dr.yaml`,
      'The DR module in the App-of-Apps of this cluster.',
      application(module, cluster),
    ),
    readme(module, cluster),
  ];
}

function base(module: DrModule, release: Release): RenderedFile[] {
  const crds = crdsOf(release);
  const usesCsi = module.volumeData === 'csiDataMovement';
  const files = [
    yamlFile(
      `${BASE}/namespace.yaml`,
      'Where Velero lives, outside the mesh.',
      namespace(),
    ),
    yamlFile(
      `${BASE}/rbac.yaml`,
      'Velero reads and creates every kind: that is an administrator.',
      ...rbac(),
    ),
    yamlFile(
      `${BASE}/credentials.yaml`,
      "The bucket's credentials, out of Vault. Day 0 has no Vault: see ../README.md.",
      ...credentials(module),
    ),
    yamlFile(
      `${BASE}/velero.yaml`,
      `Velero ${release.velero} with its plugins.`,
      server(module, release),
    ),
    yamlFile(
      `${BASE}/node-agent.yaml`,
      "Carries the volumes' data into the bucket.",
      nodeAgent(module, release),
      ...podLimits(release),
    ),
    ...(usesCsi
      ? [
          yamlFile(
            `${BASE}/snapshot-class.yaml`,
            'What Velero takes snapshots with. No other class of this driver may carry the label.',
            snapshotClass(module),
          ),
        ]
      : []),
    yamlFile(
      `${BASE}/schedules/backup-core-daily.yaml`,
      'The platform itself, daily.',
      coreDaily(module),
    ),
    yamlFile(
      `${BASE}/schedules/backup-full-weekly.yaml`,
      'Nearly everything, weekly.',
      fullWeekly(module),
    ),
  ];
  const resources = files.map(({ path }) => path.slice(BASE.length + 1));
  return [
    yamlFile(
      `${BASE}/kustomization.yaml`,
      'What all clusters have in common.',
      kustomization([...crds.resources, ...resources], {
        patches: [keepCrds()],
      }),
    ),
    ...crds.files,
    ...files,
  ];
}

function overlay(
  module: DrModule,
  release: Release,
  cluster: string,
): RenderedFile[] {
  const folder = overlayOf(cluster);
  return [
    yamlFile(
      `${folder}/kustomization.yaml`,
      `The DR module of ${cluster}.`,
      kustomization([
        '../../base',
        'backup-location.yaml',
        'schedules/backup-workspaces-daily.yaml',
      ]),
    ),
    yamlFile(
      `${folder}/backup-location.yaml`,
      `Where ${cluster} writes, and no other cluster.`,
      location(module, release, cluster),
    ),
    yamlFile(
      `${folder}/schedules/backup-workspaces-daily.yaml`,
      'The workspaces of this cluster, daily.',
      workspacesDaily(module),
    ),
  ];
}

function dayZeroOverlay(module: DrModule, cluster: string): RenderedFile[] {
  return [
    yamlFile(
      `${DAY_ZERO}/kustomization.yaml`,
      'The day after a disaster: read the bucket, write nothing, trust no Vault.',
      dayZero(module.credentials.repositoryPassword !== undefined),
    ),
    yamlFile(
      `${overlayOf(`${cluster}-day-zero`)}/kustomization.yaml`,
      `${cluster} while it is restored. Then back to overlays/${cluster}.`,
      kustomization([`../${cluster}`], {
        components: ['../../components/day-zero'],
      }),
    ),
  ];
}
