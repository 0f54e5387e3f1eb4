import type { VeleroVersion } from '../velero';
import type { InventoryObject, ObjectRef } from './inventory';
import type { NamespaceMiss } from './namespaceFilter';
import type { KindMiss } from './resourceFilter';

/**
 * Why a backup does not hold an object.
 *
 * - `namespaceNotIncluded`, `namespaceExcluded`: by the spec's lists
 * - `namespaceExcludedByLabel`: the namespace has `velero.io/exclude-from-backup=true`
 * - `namespacePatternIsLiteral`: a pattern such as `ws-*` would take it in, but
 *   this Velero (before 1.18) looks for a namespace of that very name
 * - `kindNotIncluded`, `kindExcluded`: by the spec's lists
 * - `kindExcludedByVelero`: Velero (from 1.17 on) handles these itself
 * - `clusterScopedOff`: `includeClusterResources: false`
 * - `clusterScopedOnlyByChain`: cluster-scoped, taken only along with another object
 * - `labelSelector`: its own labels do not match; those of its namespace do not count
 * - `labelSelectorRefused`: the API server refuses the selector, so nothing is listed
 * - `namespaceWithoutSelection`: a Namespace object in which nothing was selected
 * - `excludedByLabel`: it has `velero.io/exclude-from-backup=true`
 * - `terminating`: it is being deleted
 * - `servedByOtherGroup`: the same object is taken from another API group
 * - `invalid`: Velero refuses the whole spec
 *
 * @public
 */
export type MissReason =
  | NamespaceMiss
  | KindMiss
  | 'labelSelector'
  | 'labelSelectorRefused'
  | 'namespaceWithoutSelection'
  | 'excludedByLabel'
  | 'terminating'
  | 'servedByOtherGroup'
  | 'invalid';

/** @public */
export interface CapturedObject {
  object: InventoryObject;
  /** The object that brought it along; absent when the spec itself selects it. */
  via?: ObjectRef;
}

/** @public */
export interface MissedObject {
  object: InventoryObject;
  why: MissReason;
}

/**
 * What goes wrong with the backup as a whole.
 *
 * - `invalid`: Velero refuses the spec (FailedValidation); `message` says why
 * - `namespaceMissing`: an included namespace does not exist; Velero from 1.14
 *   on logs an error and ends PartiallyFailed
 * - `selectorRefused`: the API server refuses the label selector; Velero logs
 *   an error per kind and ends PartiallyFailed
 *
 * @public
 */
export interface SelectionProblem {
  code: 'invalid' | 'namespaceMissing' | 'selectorRefused';
  /** The namespace, the selector, or Velero's words. */
  message: string;
}

/** What one backup would hold of an inventory. @public */
export interface Selection {
  captured: CapturedObject[];
  missed: MissedObject[];
  problems: SelectionProblem[];
}

/** @public */
export interface SelectionOptions {
  veleroVersion: VeleroVersion;
}
