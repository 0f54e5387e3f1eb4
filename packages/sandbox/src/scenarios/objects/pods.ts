import { Random } from '../../clock';
import { KubeObject, NewKubeObject } from '../../kubernetes';
import { ScenarioApp } from '../schema';

/** Where an app's objects go, and what they have in common. */
export interface AppPlace {
  namespace: string;
  nodes: readonly string[];
  random: Random;
  labels: Record<string, string>;
}

const QUIESCE = {
  'pre.hook.backup.velero.io/command':
    '["/bin/sh","-c","fsfreeze --freeze /data"]',
  'post.hook.backup.velero.io/command':
    '["/bin/sh","-c","fsfreeze --unfreeze /data"]',
};

/** What a workload makes its pods from. */
export function podTemplate(app: ScenarioApp, labels: Record<string, string>) {
  return {
    metadata: {
      labels,
      annotations: {
        ...(app.volume?.fileSystemBackup
          ? { 'backup.velero.io/backup-volumes': 'data' }
          : {}),
        ...(app.quiesced ? QUIESCE : {}),
      },
    },
    spec: {
      serviceAccountName: app.name,
      containers: [
        {
          name: app.name,
          image: app.image ?? `registry.appgear.example/${app.name}:1.4.2`,
          envFrom: [
            { configMapRef: { name: `${app.name}-config` } },
            { secretRef: { name: `${app.name}-credentials` } },
          ],
          resources: {
            requests: { cpu: '100m', memory: '128Mi' },
            limits: { cpu: '500m', memory: '512Mi' },
          },
          ...(app.volume
            ? { volumeMounts: [{ name: 'data', mountPath: '/data' }] }
            : {}),
        },
      ],
    },
  };
}

/** A pod as it runs, made by `owner`. */
export function pod(
  app: ScenarioApp,
  name: string,
  owner: KubeObject,
  labels: Record<string, string>,
  { namespace, nodes, random }: AppPlace,
  claim?: string,
): NewKubeObject {
  const { metadata, spec } = podTemplate(app, labels);
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata,
      namespace,
      name,
      ownerReferences: [ownedBy(owner)],
    },
    spec: {
      ...spec,
      nodeName: app.node ? nodes[app.node - 1] : random.pick(nodes),
      ...(claim
        ? {
            volumes: [
              { name: 'data', persistentVolumeClaim: { claimName: claim } },
            ],
          }
        : {}),
    },
    status: {
      phase: 'Running',
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
}

export function ownedBy({ apiVersion, kind, metadata }: KubeObject) {
  const { name, uid } = metadata;
  return { apiVersion, kind, name, uid, controller: true };
}
