import { HumanDuration } from '@backstage/types';

export interface Config {
  /** The Velero DR plugin. */
  velero?: {
    /**
     * The fleet: each cluster is reached with an identity of the portal's own,
     * by exactly one of `kubeconfig`, `inCluster` or `url`. May be left out where
     * `buckets` has an entry.
     */
    clusters?: Array<{
      /** Unique; lower-case letters, digits, `-` and `.`. Part of the pages' addresses. */
      name: string;
      /** What people read; the name by default. */
      title?: string;
      /** What the cluster is for; `production` by default. */
      role?: 'production' | 'dr' | 'staging' | 'development';
      /** The namespace Velero runs in; `velero` by default. */
      veleroNamespace?: string;
      /** A context of a kubeconfig file: certificates, tokens, exec plugins, proxies. */
      kubeconfig?: {
        /** `$KUBECONFIG`, then `~/.kube/config`, by default. Read again when a connection is made. */
        file?: string;
        context: string;
      };
      /** `true`: the service account of the pod that the portal runs in. */
      inCluster?: boolean;
      /** The API server, `https` only; with `tokenFile` and `caFile`. */
      url?: string;
      /** A file that holds a bearer token; read again as it changes. */
      tokenFile?: string;
      /** A file that holds the PEM certificates of the API server's authority. */
      caFile?: string;
    }>;

    /**
     * Buckets that the portal reads by itself, so that it knows what lies there
     * though every cluster is gone. It lists and reads, and never writes; of a
     * backup it reads what it says of itself, never the tarball.
     */
    buckets?: Array<{
      /** Unique, among the clusters as well; lower-case letters, digits, `-` and `.`. Part of the pages' addresses. */
      name: string;
      /** What people read; the name by default. */
      title?: string;
      /** As in the backup storage location: `aws`, which is S3 and what speaks its protocol. */
      provider?: 'aws';
      /** As in the backup storage location. */
      bucket: string;
      /** As in the backup storage location. */
      prefix?: string;
      /** `us-east-1` by default, which most S3 that is not AWS's takes. */
      region?: string;
      /**
       * As in the config of the backup storage location, when it has one: with
       * it, what a cluster shows and what the bucket shows is one storage.
       */
      s3Url?: string;
      /** Where to connect, when the portal cannot reach `s3Url`. */
      endpoint?: string;
      /** `true` by default with `s3Url` or `endpoint`, else `false`. */
      forcePathStyle?: boolean;
      /**
       * With `secretAccessKey`. Without both, credentials are looked for where
       * AWS clients look: environment, files, the pod's role.
       * @visibility secret
       */
      accessKeyId?: string;
      /** @visibility secret */
      secretAccessKey?: string;
      /** A file with the PEM certificates of the storage's authority. */
      caFile?: string;
      /** How often it is listed; 5 minutes by default. Only what is new is read, and within twelve looks what was written again. */
      every?: HumanDuration | string;
    }>;

    /** How namespaces make workspaces. */
    workspaces?: {
      labels?: {
        /** `appgear.io/workspace-id` by default. */
        workspaceId?: string;
        /** `appgear.io/tenant-id` by default. */
        tenantId?: string;
        /** `appgear.io/backup-enabled` by default; its value `true` asks for backups. */
        backupEnabled?: string;
        /** `appgear.io/dr-drill` by default; unless its value is `false`, the namespace is a drill's copy and of no workspace. */
        drill?: string;
      };
      annotations?: {
        /** `appgear.io/owner` by default: the entity reference of the owning group. */
        owner?: string;
      };
      /** The workspace of the platform's own namespaces; `global` by default. */
      globalWorkspace?: string;
      /**
       * Workspaces for namespaces that carry no workspace label, first match
       * first. A label always wins.
       */
      rules?: Array<{
        /** A namespace's name, in which `*` stands for any part. */
        namespaces: string;
        /** The global workspace by default. */
        workspaceId?: string;
        tenantId?: string;
        /** Entity reference of the owning group. */
        owner?: string;
      }>;
      /** Entity reference of the group that owns what names no owner; nobody by default. */
      defaultOwner?: string;
      /**
       * Whether an entity that claims a workspace by annotation may also give
       * it its owner, where no namespace names one. Off by default: whoever may
       * register entities could else make himself the owner of a workspace.
       */
      ownersFromCatalog?: boolean;
    };

    /** How the clusters are read. The defaults suit fleets up to 50 clusters with 2,000 backups each. */
    fleet?: {
      /** Objects in one page of a list; 500 by default. */
      pageSize?: number;
      /** A request that is silent for so long has failed; 30 seconds by default. */
      requestTimeout?: HumanDuration | string;
      /** The shortest life of a watch, the longest is twice that; 5 minutes by default. */
      watchTimeout?: HumanDuration | string;
      /** A watch without even a bookmark for so long is opened again; 90 seconds by default. */
      watchSilence?: HumanDuration | string;
      /** A cluster that is silent for so long is asked for a sign of life; 15 seconds by default. */
      heartbeatInterval?: HumanDuration | string;
      /** The sign of life has to come within; 10 seconds by default. */
      heartbeatTimeout?: HumanDuration | string;
      /** The wait after a first failure, doubled with each further one; 1 second by default. */
      backoffInitial?: HumanDuration | string;
      /** The longest wait between tries; 30 seconds by default. */
      backoffMax?: HumanDuration | string;
      /** A scheduled run that is late by more counts as missed; 15 minutes by default. */
      missedRunGrace?: HumanDuration | string;
    };

    /** What counts as protected, and how the truth is looked for. */
    protection?: {
      /** How old a workspace's newest proven recovery point may be. */
      rpo?: {
        /** For workspaces that ask for nothing else; 26 hours by default: a day, and two hours to run. */
        default?: HumanDuration | string;
        /** By the value of the tier label. */
        tiers?: { [tier: string]: HumanDuration | string };
        /** On namespaces: a target of their own, such as `4h`; `appgear.io/rpo` by default. */
        annotation?: string;
        /** On namespaces: the tier; `appgear.io/tier` by default. */
        tierLabel?: string;
      };
      /**
       * Snapshots that outlive the cluster though their data is not moved: CSI
       * drivers such as `ebs.csi.aws.com`, and `native` for those that a cloud
       * provider's plugin takes. None by default: a snapshot in Ceph dies with
       * Ceph.
       */
      durableSnapshots?: string[];
      /** Kinds that need no backup here, as `widgets.example.io`. */
      exemptKinds?: string[];
      /** What a cluster said of a storage counts for so long after the cluster fell silent; 1 hour by default. */
      locationTrust?: HumanDuration | string;
      /** A last proven point that expires within this time is warned of; 7 days by default. */
      expiryWarning?: HumanDuration | string;
      /** A point that holds a smaller share of objects than the one before is warned of; 0.5 by default. */
      shrinkRatio?: number;
      /** Owners are told when a verdict worsens, and when what they know of is over. */
      notifications?: {
        /** `true` by default. */
        enabled?: boolean;
        /** A change has to last for so long before it counts; 5 minutes by default. */
        settleFor?: HumanDuration | string;
        /** Entity reference of who is told of clusters, storages and workspaces without owner; nobody by default. */
        platform?: string;
      };
      /** How often it is read what lives in the workspaces' namespaces; 30 minutes by default. */
      inventoryInterval?: HumanDuration | string;
    };

    /** How people are told of verdicts and of restores. */
    notifications?: {
      /**
       * The language of notifications, one for all readers; `en` by default. Pages are in
       * the language that each reader chose.
       */
      language?: 'en' | 'pt-BR';
    };

    /** The approval gate for restores. */
    restores?: {
      /** How long a request may wait for its approvals; 24 hours by default. Silence is a no. */
      approveWithin?: HumanDuration | string;
      /** How long an approval is good for; 4 hours by default. */
      executeWithin?: HumanDuration | string;
      /** Approvers are reminded so long before `approveWithin` is over; 4 hours by default. */
      remindBefore?: HumanDuration | string;
      /** A running Restore without progress for so long is reported; 30 minutes by default. */
      stuckAfter?: HumanDuration | string;
      /**
       * Who must consent to what. All rules that match add up: factors of
       * different groups are all needed, of one group as many people as the
       * strictest rule asks for. A restore that no rule matches is refused.
       * A list here replaces the shipped one whole.
       */
      rules?: Array<{
        /** Unique; shown to people. */
        name: string;
        /** All conditions that are given must hold; none given means always. */
        when?: {
          /** A target namespace that does not exist, that lives, or that lives under another name than it was backed up from. */
          target?: Array<'new' | 'living' | 'mapped'>;
          /** Living objects may be patched. */
          overwrite?: boolean;
          clusterScoped?: boolean;
          /** Objects of one tenant go into another's namespace. Refused unless a rule says `true` here. */
          tenantCrossing?: boolean;
          /** The platform's own workspace is touched. */
          platform?: boolean;
          /** Velero's own namespace is touched. Refused unless a rule says `true` here. */
          veleroNamespace?: boolean;
          /** One of `gateObjects` is touched. Refused unless a rule says `true` here. */
          gateObjects?: boolean;
          secrets?: boolean;
          hooks?: boolean;
          clusterRole?: Array<'production' | 'dr' | 'staging' | 'development'>;
          pointOlderThan?: HumanDuration | string;
          /** What the recovery point is worth to the workspaces touched. */
          grade?: Array<
            | 'complete'
            | 'localOnly'
            | 'partial'
            | 'metadataOnly'
            | 'empty'
            | 'unknown'
          >;
          workspaces?: string[];
          tenants?: string[];
        };
        /** Turned down, with these words. Instead of `require`. */
        refuse?: string;
        /** People who must consent; an empty list asks for nobody. */
        require?: Array<{
          /** Entity reference of a group; or `owners`. */
          group?: string;
          /** The owners of each workspace touched. */
          owners?: true;
          /** How many people; 1 by default. */
          count?: number;
        }>;
      }>;
      /** Cluster-scoped objects the gate rests on, as `kind/name` with `*`. */
      gateObjects?: string[];
    };

    /** What the portal may write on behalf of people and pipelines, beside restores. */
    backups?: {
      /** Backups that are made when somebody asks; needs `deploy/rbac-backup.yaml`. */
      onDemand?: {
        /** `false` by default. */
        enabled?: boolean;
        /** The longest that one may be kept, and how long it is kept when nobody says; 30 days by default. */
        maxTtl?: HumanDuration | string;
        /**
         * Whether the data of snapshots is moved to the backup's storage;
         * `true` by default, as one beside the volume dies with it. Needs a
         * node agent.
         */
        snapshotMoveData?: boolean;
      };
      /** The backup-enabled label and the tier on living namespaces; needs `deploy/rbac-enablement.yaml`. */
      enablement?: {
        /** `false` by default. */
        enabled?: boolean;
      };
    };

    /** Docker hosts of topology A, shown on the overview and never as disaster recovery. */
    topologyA?: {
      /** None by default. */
      hosts?: Array<{
        /** Unique; what people read. */
        name: string;
        /**
         * The `manifest.json` beside the host's backups, as
         * `topology-a/appgear-backup` writes it: the path of a file, or an http
         * or https address. At most 1 MiB, within 10 seconds; redirects are not
         * followed.
         * @visibility secret
         */
        manifest: string;
      }>;
      /** How often the manifests are read; 5 minutes by default. */
      every?: HumanDuration | string;
      /** A host whose newest backup is older is shown as stale; 26 hours by default: a day, and two hours to run. */
      staleAfter?: HumanDuration | string;
    };

    /** How backups' own files, which say what they hold, are read. */
    evidence?: {
      /** `true` by default. Without evidence nothing is ever called protected. */
      enabled?: boolean;
      /** Backups read at once in all, by each replica of the portal; 16 by default: a slow cluster holds two of them for long. */
      atOnce?: number;
      /** Backups read at once through one cluster, by each replica of the portal; 2 by default. */
      perCluster?: number;
      /** Backups read at once out of one bucket, by each replica; 4 by default. */
      perStorage?: number;
      /** Velero has to sign a download within; 30 seconds by default. */
      signingTimeout?: HumanDuration | string;
      /** One file has to arrive within; 2 minutes by default. */
      downloadTimeout?: HumanDuration | string;
      /** The largest file that is read, as it lies in the bucket; 64 MiB by default. */
      maxCompressedBytes?: number;
      /** The same, unpacked; 512 MiB by default. */
      maxExpandedBytes?: number;
      /** The wait after a first failure, doubled with each further one; 1 minute by default. */
      retryInitial?: HumanDuration | string;
      /** The longest wait between tries; 6 hours by default. */
      retryMax?: HumanDuration | string;
      /** How the portal reaches buckets, where it is not by the address that Velero signs. */
      storages?: Array<{
        /** The name of the bucket, as in the backup storage location. */
        bucket: string;
        /** Only for locations with this prefix. */
        prefix?: string;
        /**
         * Where to connect, such as `https://s3.example.org`, instead of the
         * host that only the cluster can reach. The Host header stays as
         * signed. Better, where possible: `publicUrl` in the location's config.
         */
        endpoint?: string;
        /** A file with the PEM certificates of the bucket's authority. */
        caFile?: string;
      }>;
    };
  };
}
