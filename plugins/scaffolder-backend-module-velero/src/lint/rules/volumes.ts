import { isVeleroAtLeast } from '@appgear/backstage-plugin-velero-common';
import { Rule } from '../finding';
import { containersOf, initContainersOf, LintedManifest } from '../tree';

const usesCsi = (server: LintedManifest) =>
  containersOf(server).some(({ args = [] }) =>
    args.some((text: string) => /--features=.*EnableCSI/.test(text)),
  );

/** Whether the data of volumes leaves the cluster. */
export const volumeRules: Rule[] = [
  {
    trap: 2,
    id: 'snapshots-stay-in-the-cluster',
    level: 'error',
    mend: 'Set snapshotMoveData: true, and run the node agent; or defaultVolumesToFsBackup: true.',
    source: 'velero: docs, csi.md and csi-snapshot-data-movement.md',
    find: tree =>
      tree.backups
        .filter(
          ({ spec }) =>
            spec.snapshotMoveData !== true &&
            spec.defaultVolumesToFsBackup !== true,
        )
        .map(({ manifest, path }) => ({
          ...manifest.at(...path),
          problem:
            'Only Kubernetes objects reach the bucket. Snapshots stay in the storage of the cluster, and are lost with it.',
        })),
  },
  {
    trap: 3,
    id: 'csi-without-its-plugin',
    level: 'error',
    mend: 'Add velero/velero-plugin-for-csi as an init container, or run Velero 1.14 or newer.',
    source: 'velero: docs v1.13, csi.md; CHANGELOG-1.14.md',
    find: tree => {
      const version = tree.veleroVersion;
      if (!version || isVeleroAtLeast(version, 1, 14)) return [];
      return tree.servers
        .filter(usesCsi)
        .filter(
          server =>
            !initContainersOf(server).some(({ image }) =>
              /velero-plugin-for-csi/.test(image),
            ),
        )
        .map(server => ({
          ...server.at('spec', 'template', 'spec', 'containers', 0, 'args'),
          problem:
            'EnableCSI without the CSI plugin: no volume is snapshot, nothing warns, and backups are Completed.',
        }));
    },
  },
  {
    trap: 8,
    id: 'snapshot-location-for-csi',
    level: 'error',
    mend: 'Remove it, and volumeSnapshotLocations in schedules. Label the VolumeSnapshotClass with velero.io/csi-volumesnapshot-class: "true".',
    source: 'velero: docs, csi.md; pkg/util/csi/volume_snapshot.go',
    find: tree =>
      tree
        .of('velero.io', 'VolumeSnapshotLocation')
        .filter(({ object }) => object.spec?.provider === 'csi')
        .map(location => ({
          ...location.at('spec', 'provider'),
          problem:
            'There is no snapshotter named csi: the location is never used for CSI volumes, and is an error for others. Its snapshot class is ignored.',
        })),
  },
  {
    trap: 9,
    id: 'no-node-agent',
    level: 'error',
    mend: 'Add the DaemonSet node-agent (velero node-agent server).',
    source:
      'velero: docs, csi-snapshot-data-movement.md; pkg/install/daemonset.go',
    find: tree =>
      tree
        .of('apps', 'DaemonSet')
        .some(agent =>
          containersOf(agent).some(({ args = [] }) =>
            args.includes('node-agent'),
          ),
        )
        ? []
        : tree.servers.map(server => ({
            ...server.at('spec', 'template', 'spec', 'containers', 0),
            problem:
              'There is no node agent: data movement and file system backups wait until they time out.',
          })),
  },
];
