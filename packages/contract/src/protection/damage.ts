import { gunzipSync, gzipSync } from 'node:zlib';
import type { Damage } from './backups';
import type { Bucket } from './protectionWorld';

/** More than the suite's portal reads of one file; see __testUtils__/portal.ts. */
export const MAX_BYTES = 4 * 2 ** 20;

/** Does to a backup's files what people, networks and other software do. */
export async function inflict(
  damage: Damage,
  bucket: Bucket,
  prefix: string,
  backup: string,
): Promise<void> {
  const folder = `${prefix}/backups/${backup}/`;
  if (damage.by === 'removalOfAll') {
    await bucket.removeAll(folder);
    return;
  }
  const key = `${folder}${backup}${damage.file}`;
  switch (damage.by) {
    case 'removal':
      await bucket.remove(key);
      break;
    case 'truncation': {
      const body = await bucket.read(key);
      await bucket.write(key, body.subarray(0, body.length - 20));
      break;
    }
    case 'plainText':
      await bucket.write(key, gunzipSync(await bucket.read(key)));
      break;
    case 'nonsense':
      await bucket.write(key, gzipSync('{"v1/ConfigMap": "all of them"}'));
      break;
    case 'bulk':
      await bucket.write(key, gzipSync(Buffer.alloc(2 * MAX_BYTES, ' ')));
      break;
    default: {
      const told = JSON.parse(gunzipSync(await bucket.read(key)).toString());
      const asCsi = told.map((entry: any) => csiEntry(entry, damage.moved));
      await bucket.write(key, gzipSync(JSON.stringify(asCsi)));
    }
  }
}

/** Source: Velero 1.18.2, internal/volume/volumes_information.go. */
function csiEntry(
  { skippedReason: _, ...entry }: any,
  snapshotDataMoved: boolean,
) {
  return {
    ...entry,
    skipped: false,
    backupMethod: 'CSISnapshot',
    snapshotDataMoved,
    preserveLocalSnapshot: !snapshotDataMoved,
    result: 'succeeded',
    ...(snapshotDataMoved
      ? {
          snapshotDataMovementInfo: {
            dataMover: 'velero',
            uploaderType: 'kopia',
            snapshotHandle: 'k0',
            operationID: 'du-0',
            size: 1,
            Phase: 'Completed',
          },
        }
      : {
          csiSnapshotInfo: {
            snapshotHandle: 'snap-0',
            size: 1,
            driver: 'rook-ceph.rbd.csi.ceph.com',
            vscName: 'content-0',
            ReadyToUse: true,
          },
        }),
  };
}
