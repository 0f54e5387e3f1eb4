import {
  InventoryObject,
  ResourceType,
} from '@appgear/backstage-plugin-velero-common';

/** A PersistentVolumeClaim, and the volume it is bound to. */
export interface LiveVolume {
  claim: string;
  storageClass?: string;
  /** What the volume has, else what the claim asks for. */
  bytes?: number;
  /** Name of the PersistentVolume; absent while the claim is not bound. */
  volume?: string;
  /** CSI driver, or the kind of the volume such as `nfs`, `local` or `hostPath`. */
  driver?: string;
}

/** What lives in one namespace; in `''`, what is in none and belongs to it. */
export interface LiveNamespace {
  objects: InventoryObject[];
  volumes: LiveVolume[];
}

/** A kind that a cluster serves. */
export type LiveType = ResourceType & { shortNames?: string[] };

/** What lives in the workspaces' namespaces of one cluster. */
export interface LiveCluster {
  namespaces: Map<string, LiveNamespace>;
  types: LiveType[];
  /** Kinds that the portal's identity may not list, or that failed, as `secrets` or `widgets.example.io`. */
  unreadable: string[];
  cost: ReadingCost;
}

/** What reading a cluster's inventory cost its API server. */
export interface ReadingCost {
  requests: number;
  /** Unpacked. */
  bytes: number;
  milliseconds: number;
}
