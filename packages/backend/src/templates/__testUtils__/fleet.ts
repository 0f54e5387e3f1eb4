import { parseScenario, Scenario, startSandbox } from '@appgear/velero-sandbox';

const SCENARIO = `
title: Templates
history: 2h
buckets: [dr]
clusters:
  - name: prod
    title: Production
    role: production
    storageClasses:
      - { name: ceph, provisioner: rook-ceph.rbd.csi.ceph.com, isDefault: true }
    velero: {}
    namespaces: [{ name: velero }]
    manifests: [velero.yaml]
    workspaces:
      - id: ws-shop
        shows: Taken by a schedule
        owner: group:default/team-checkout
        backupEnabled: false
        apps: [{ name: shop-api }]
      - id: ws-late
        shows: Taken by none
        owner: group:default/team-checkout
        backupEnabled: false
        apps: [{ name: late-api }]
      - id: ws-payments
        shows: Of others
        owner: group:default/team-payments
        apps: [{ name: payments-api }]
`;

const VELERO = [
  {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { namespace: 'velero', name: 'default' },
    spec: {
      provider: 'aws',
      default: true,
      objectStorage: { bucket: 'dr' },
      config: { region: 'x', s3Url: '${OBJECT_STORE}' },
    },
  },
  {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { namespace: 'velero', name: 'shop' },
    spec: {
      schedule: '@every 30m',
      template: { includedNamespaces: ['ws-shop'], snapshotMoveData: true },
    },
  },
];

/** For tests: one cluster of the sandbox, with a workspace in each condition that a template meets. */
export function startFleet() {
  const scenario: Scenario = {
    ...parseScenario(SCENARIO, 'templates.yaml'),
    manifests: { 'velero.yaml': VELERO as Scenario['manifests'][string] },
  };
  return startSandbox({ scenario });
}
