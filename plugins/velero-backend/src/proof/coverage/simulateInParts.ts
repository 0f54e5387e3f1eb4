import { CoverageSimulation } from '@appgear/backstage-plugin-velero-common';
import { setImmediate as turn } from 'node:timers/promises';
import {
  CoverageNamespace,
  CoverageWorld,
  simulateCoverage,
  Template,
} from '../../protection';

/** Some milliseconds' worth. */
const OBJECTS_PER_PART = 3_000;

/**
 * The same as `simulateCoverage`, some namespaces at a time with other work in
 * between: what is held of one does not depend on what lives in another.
 */
export async function simulateInParts(
  template: Template,
  world: CoverageWorld,
): Promise<CoverageSimulation> {
  const parts = partsOf(world.namespaces);
  const results: CoverageSimulation[] = [];
  for (const part of parts) {
    const namespaces = world.namespaces.map(namespace =>
      part.has(namespace) ? namespace : emptied(namespace),
    );
    results.push(simulateCoverage(template, { ...world, namespaces }));
    await turn();
  }
  return {
    ...results[0],
    namespaces: results
      .flatMap(({ namespaces }) => namespaces)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

function partsOf(
  namespaces: readonly CoverageNamespace[],
): Set<CoverageNamespace>[] {
  const parts = [new Set<CoverageNamespace>()];
  let objects = 0;
  for (const namespace of namespaces) {
    const { live } = namespace;
    objects += live.state === 'read' ? live.content.objects.length : 0;
    if (objects > OBJECTS_PER_PART && parts[parts.length - 1].size > 0) {
      parts.push(new Set());
      objects = 0;
    }
    parts[parts.length - 1].add(namespace);
  }
  return parts;
}

/** Still there for patterns, and of no workspace in this part. */
function emptied(namespace: CoverageNamespace): CoverageNamespace {
  return { ...namespace, workspace: undefined, live: { state: 'unread' } };
}

function keyOf(it: { workspace: string; namespace: string }): string {
  return `${it.workspace}\n${it.namespace}`;
}
