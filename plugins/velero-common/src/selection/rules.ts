import { isVeleroAtLeast, VeleroVersion } from '../velero';

/**
 * What Velero versions do differently when they choose what goes into a
 * backup. Read in the source of v1.13.0, v1.14.1, v1.15.2, v1.16.2, v1.17.1,
 * v1.18.1 and v1.18.2; each rule names the file.
 */
export interface SelectionRules {
  /**
   * False: every Namespace object whose name fits is saved, whatever the
   * label selector (item_collector.go, backupNamespaces). True: those of
   * namespaces in which something was selected, or that the selector or the
   * name filter selects (item_collector.go, nsTracker).
   */
  tracksNamespaces: boolean;
  /**
   * Before 1.18.2 the tracker also counted items of excluded namespaces, so
   * that their Namespace objects are saved (item_collector.go, getResourceItems).
   */
  tracksExcludedNamespaces: boolean;
  /**
   * Glob patterns in includedNamespaces are expanded to the live namespaces
   * (pkg/util/wildcard/expand.go). Before, `ws-*` lists a namespace of that
   * very name, which cannot exist.
   */
  expandsNamespacePatterns: boolean;
  /** An included namespace that does not exist is an error, and the backup ends PartiallyFailed (item_collector.go, collectNamespaces). */
  failsOnMissingNamespace: boolean;
  /** A backup with no resource filter at all uses the new style of filters (includes_excludes.go, UseOldResourceFilters). */
  emptyFiltersAreNewStyle: boolean;
  /** VolumeSnapshots and their contents are excluded from collecting (backup_controller.go, autoExclude…). */
  excludesVolumeSnapshots: boolean;
  /** Related items are backed up in one block: a claim brings the running pods that use it (itemblock/actions/pvc_action.go). */
  hasItemBlocks: boolean;
  /** A claim brings the claims of its volume group (itemblock/actions/pvc_action.go, getGroupedPVCs). */
  groupsVolumes: boolean;
}

/** @internal */
export function selectionRules(version: VeleroVersion): SelectionRules {
  const atLeast = (minor: number, patch?: number) =>
    isVeleroAtLeast(version, 1, minor, patch);
  return {
    tracksNamespaces: atLeast(14),
    tracksExcludedNamespaces: atLeast(14) && !atLeast(18, 2),
    expandsNamespacePatterns: atLeast(18),
    failsOnMissingNamespace: atLeast(14),
    emptyFiltersAreNewStyle: atLeast(17),
    excludesVolumeSnapshots: atLeast(17),
    hasItemBlocks: atLeast(15),
    groupsVolumes: atLeast(17),
  };
}
