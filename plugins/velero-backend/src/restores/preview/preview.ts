import {
  ObjectEffect,
  PreviewSummary,
} from '@appgear/backstage-plugin-velero-common';
import { digestOf } from '../freeze';
import { Effects } from './effects';
import { PreviewInput } from './input';
import { Kinds } from './kinds';
import { RestoreSelection } from './selection';
import { summarize, targetNamespaces } from './summary';
import { takeObjects } from './taken';

/** What a restore would do, whole. */
export interface RestorePreview {
  summary: PreviewSummary;
  /** In the order of namespace, resource and name; cluster-scoped ones first. */
  effects: ObjectEffect[];
  /** SHA-256 over all effects. */
  effectsDigest: string;
}

/**
 * Says, object by object, what Velero will make of a Restore. Pure: joins
 * what the backup says it holds with what the target cluster was last seen to
 * hold, by Velero's own rules.
 */
export function previewRestore(input: PreviewInput): RestorePreview {
  const kinds = new Kinds(input.target.types);
  const { objects, volumes } = input.backup;
  const taken = takeObjects(objects, volumes, input.spec, kinds);
  const selection = new RestoreSelection(input.spec, kinds);
  const rules = new Effects(input, taken, selection.bringsVolumes());

  const effects = taken.candidates
    .map(candidate => rules.of(candidate))
    .sort(byPlace);
  return {
    summary: summarize(effects, targetNamespaces(input, taken, effects)),
    effects,
    effectsDigest: digestOf(effects),
  };
}

function byPlace(a: ObjectEffect, b: ObjectEffect): number {
  return (
    compare(a.namespace ?? '', b.namespace ?? '') ||
    compare(a.resource, b.resource) ||
    compare(a.name, b.name) ||
    compare(a.sourceNamespace ?? '', b.sourceNamespace ?? '')
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
