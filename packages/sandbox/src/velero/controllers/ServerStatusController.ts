import { formatVeleroVersion } from '@appgear/backstage-plugin-velero-common';
import { timestamp } from '../../clock';
import { Controller } from '../Controller';
import { STATUS_REQUEST_TTL } from '../ServerConfig';

/** The plugins that are part of the server itself, as far as people look for them. */
const BUILT_IN = [
  { kind: 'BackupItemActionV2', name: 'velero.io/crd-remap-version' },
  { kind: 'BackupItemAction', name: 'velero.io/pod' },
  { kind: 'BackupItemAction', name: 'velero.io/pv' },
  { kind: 'BackupItemAction', name: 'velero.io/service-account' },
  { kind: 'BackupItemActionV2', name: 'velero.io/csi-pvc-backupper' },
  {
    kind: 'BackupItemActionV2',
    name: 'velero.io/csi-volumesnapshot-backupper',
  },
  { kind: 'RestoreItemAction', name: 'velero.io/add-pvc-from-pod' },
  { kind: 'RestoreItemActionV2', name: 'velero.io/csi-pvc-restorer' },
];

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
        plugins: [...BUILT_IN, ...config.plugins],
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
