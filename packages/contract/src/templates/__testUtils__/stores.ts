/** Of each store beside S3: where backups go, and what its disks' snapshots are made with. */
export const STORES = {
  azure: {
    storage: {
      bucket: 'velero',
      resourceGroup: 'appgear-dr',
      storageAccount: 'appgeardr',
      subscriptionId: '11111111-2222-3333-4444-555555555555',
    },
    snapshotClass: { name: 'velero-disks', driver: 'disk.csi.azure.com' },
  },
  gcp: {
    storage: { bucket: 'appgear-dr' },
    snapshotClass: { name: 'velero-disks', driver: 'pd.csi.storage.gke.io' },
  },
};
