import { formatVeleroVersion } from '@appgear/backstage-plugin-velero-common';
import { timestamp } from '../../clock';
import { Controller } from '../Controller';
import { STATUS_REQUEST_TTL } from '../ServerConfig';

/** The plugins that are part of the server itself, as 1.18.2 names them. */
const BUILT_IN = {
  RestoreItemAction: [
    'add-pvc-from-pod',
    'admission-webhook-configuration',
    'apiservice',
    'change-image-name',
    'change-storage-class',
    'cluster-role-bindings',
    'crd-preserve-fields',
    'dataupload',
    'init-restore-hook',
    'job',
    'pod',
    'pod-volume-restore',
    'pvc',
    'role-bindings',
    'secret',
    'service',
    'service-account',
  ],
  RestoreItemActionV2: [
    'csi-pvc-restorer',
    'csi-volumesnapshot-restorer',
    'csi-volumesnapshotclass-restorer',
    'csi-volumesnapshotcontent-restorer',
  ],
  DeleteItemAction: ['csi-volumesnapshotcontent-delete', 'dataupload-delete'],
  ItemBlockAction: ['pod', 'pvc', 'service-account'],
  BackupItemAction: ['crd-remap-version', 'pod', 'pv', 'service-account'],
  BackupItemActionV2: [
    'csi-pvc-backupper',
    'csi-volumesnapshot-backupper',
    'csi-volumesnapshotclass-backupper',
    'csi-volumesnapshotcontent-backupper',
  ],
};

const BUILT_IN_PLUGINS = Object.entries(BUILT_IN).flatMap(([kind, names]) =>
  names.map(name => ({ kind, name: `velero.io/${name}` })),
);

/**
 * Answers who asks for the server's version and plugins, and forgets.
 * Source: Velero 1.18.2, pkg/controller/server_status_request_controller.go.
 */
export class ServerStatusController extends Controller {
  start(): void {
    this.follow(
      this.context.api.statusRequests,
      ({ type }) => type !== 'deleted',
    );
  }

  protected reconcile(name: string): void {
    const { api, clock, config } = this.context;
    const request = api.statusRequests.get(name);
    if (!request) {
      return;
    }
    const { phase, processedTimestamp } = request.status ?? {};
    if (!phase || phase === 'New') {
      api.statusRequests.patchStatus(name, {
        phase: 'Processed',
        serverVersion: formatVeleroVersion(config.version),
        processedTimestamp: timestamp(clock.now()),
        plugins: [...BUILT_IN_PLUGINS, ...config.plugins],
      });
      return;
    }
    const expires = Date.parse(processedTimestamp ?? '') + STATUS_REQUEST_TTL;
    if (expires > clock.now().getTime()) {
      this.later(STATUS_REQUEST_TTL, () => this.enqueue(name));
    } else {
      api.statusRequests.delete(name);
    }
  }
}
