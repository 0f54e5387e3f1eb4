import { z } from 'zod';
import { timestamp } from '../clock';
import { Sandbox } from '../sandbox';
import { SandboxCluster } from '../SandboxCluster';
import { VeleroServer } from '../velero';
import { NotThere } from './errors';
import {
  backupRequest,
  bucketFaultsRequest,
  clockRequest,
  clusterFaultsRequest,
  veleroRequest,
} from './requests';

/** Where a sandbox is: its time, its faults. */
export function describeState({ clock, clusters, objectStore }: Sandbox) {
  return {
    clock: { now: timestamp(clock.now()), speed: clock.speed },
    clusters: Object.values(clusters).map(({ name, api, velero }) => ({
      name,
      faults: api.faults.state,
      requests: {
        list: api.requests.total({ verb: 'list' }),
        watch: api.requests.total({ verb: 'watch' }),
      },
      velero: velero && { running: velero.isRunning },
    })),
    buckets: objectStore.store.buckets.map(name => ({
      name,
      fault: objectStore.store.faults.ofBucket(name) ?? 'none',
    })),
  };
}

export function setClock(
  { clock }: Sandbox,
  { advance, speed }: z.output<typeof clockRequest>,
) {
  if (advance !== undefined) {
    clock.advance(advance);
  }
  if (speed !== undefined) {
    clock.run({ speed });
  }
  return { now: timestamp(clock.now()), speed: clock.speed };
}

export async function setClusterFaults(
  { api }: SandboxCluster,
  wanted: z.output<typeof clusterFaultsRequest>,
) {
  const { faults } = api;
  if (wanted.latencyMs !== undefined) {
    faults.latency(wanted.latencyMs);
  }
  if (wanted.tooManyRequestsShare !== undefined) {
    faults.tooManyRequests(wanted.tooManyRequestsShare);
  }
  if (wanted.halfOpen !== undefined) {
    faults.halfOpen(wanted.halfOpen);
  }
  if (wanted.down !== undefined) {
    await faults.down(wanted.down);
  }
  if (wanted.certificate !== undefined) {
    await faults.certificate(wanted.certificate);
  }
  if (wanted.expireVersions) {
    faults.expireVersions();
  }
  if (wanted.dropWatches) {
    faults.dropWatches();
  }
  if (wanted.resetConnections) {
    faults.resetConnections();
  }
  return faults.state;
}

export async function clearClusterFaults({ api }: SandboxCluster) {
  await api.faults.clear();
  return api.faults.state;
}

export function controlVelero(
  cluster: SandboxCluster,
  wanted: z.output<typeof veleroRequest>,
) {
  const velero = veleroOf(cluster);
  if (wanted.clearFaults) {
    velero.faults.clear();
  }
  if (wanted.hang) {
    velero.faults.hang(wanted.hang);
  }
  if (wanted.failItem) {
    velero.faults.failItem(wanted.failItem);
  }
  if (wanted.running === false) {
    velero.kill();
  } else if (wanted.running) {
    velero.start();
  }
  if (wanted.restart) {
    velero.restart();
  }
  return { running: velero.isRunning };
}

export function createBackup(
  cluster: SandboxCluster,
  { name, spec }: z.output<typeof backupRequest>,
) {
  veleroOf(cluster).api.backups.create({ metadata: { name }, spec });
  return { backup: name };
}

/** As `velero backup create --from-schedule`: its template and labels, now. */
export function runSchedule(cluster: SandboxCluster, scheduleName: string) {
  const { api } = veleroOf(cluster);
  const schedule = api.schedules.get(scheduleName);
  if (!schedule) {
    const names = api.schedules.list().map(({ metadata }) => metadata.name);
    throw new NotThere(
      `There is no schedule '${scheduleName}' on ${
        cluster.name
      }; there are ${names.join(', ')}.`,
    );
  }
  const { metadata, spec } = schedule;
  const { metadata: template, ...backupSpec } = spec.template;
  const backup = api.backups.create({
    metadata: {
      generateName: `${scheduleName}-`,
      labels: {
        ...(template?.labels ?? metadata.labels),
        'velero.io/schedule-name': scheduleName,
      },
      annotations: metadata.annotations,
    },
    spec: backupSpec,
  });
  return { backup: backup.metadata.name };
}

export function setBucketFaults(
  { objectStore }: Sandbox,
  bucket: string,
  wanted: z.output<typeof bucketFaultsRequest>,
) {
  const { faults } = objectStore.store;
  if ('keyPart' in wanted) {
    faults.inject(bucket, wanted.keyPart, wanted.fault);
  } else if (wanted.bucket === 'none') {
    faults.clear(bucket);
  } else {
    faults.injectBucket(bucket, wanted.bucket);
  }
  return { bucket, fault: faults.ofBucket(bucket) ?? 'none' };
}

export function clearBucketFaults({ objectStore }: Sandbox, bucket: string) {
  objectStore.store.faults.clear(bucket);
  return { bucket, fault: 'none' };
}

function veleroOf({ name, velero }: SandboxCluster): VeleroServer {
  if (!velero) {
    throw new NotThere(`Velero is not installed on ${name}.`);
  }
  return velero;
}
