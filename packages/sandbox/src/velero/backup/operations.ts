/**
 * Work that a backup leaves behind when its objects are saved: snapshots that
 * become ready, data that moves. In the form of the itemoperations file.
 * Source: Velero 1.18.2, pkg/itemoperation/backup_operation.go.
 */
export interface Operation {
  spec: {
    backupName: string;
    backupUID: string;
    backupItemAction: string;
    resourceIdentifier: ResourceIdentifier;
    operationID: string;
    postOperationItems: ResourceIdentifier[];
  };
  status: {
    operationPhase: 'New' | 'InProgress' | 'Completed' | 'Failed';
    error?: string;
    created: string;
    started?: string;
    updated?: string;
    nCompleted?: number;
    nTotal?: number;
    operationUnits?: string;
  };
}

/** As Go's `velero.ResourceIdentifier` is written to JSON. */
export interface ResourceIdentifier {
  Group: string;
  Resource: string;
  Namespace: string;
  Name: string;
}

export function isPending({ status }: Operation): boolean {
  return (
    status.operationPhase === 'New' || status.operationPhase === 'InProgress'
  );
}
