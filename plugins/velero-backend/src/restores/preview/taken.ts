import { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { BackedUpObject, BackedUpVolume } from './input';
import { BackedUpKind, Kinds } from './kinds';
import { MUST_HAVE, RestoreSelection, Taken } from './selection';

/** One object of the backup, with its kind and whether Velero takes it up. */
export interface Candidate {
  object: BackedUpObject;
  kind: BackedUpKind;
  taken: Taken;
}

/** What a restore takes up, and what comes along. */
export interface TakenObjects {
  candidates: Candidate[];
  /** Source namespaces in which something is taken: Velero makes them. */
  namespaces: ReadonlySet<string>;
  /** Custom resources whose definition comes along. */
  definedKinds: ReadonlySet<string>;
}

const CLAIMS = 'persistentvolumeclaims';
const VOLUMES = 'persistentvolumes';

/**
 * Goes through a backup once by the spec's own rules, and then along the
 * chain: pods bring their claims, claims their volumes, whatever the selector
 * says (pkg/restore/actions/add_pvc_from_pod_action.go and pvc_action.go).
 */
export function takeObjects(
  objects: readonly BackedUpObject[],
  volumes: readonly BackedUpVolume[],
  spec: RestoreSpec,
  kinds: Kinds,
): TakenObjects {
  const selection = new RestoreSelection(spec, kinds);
  const candidates = objects.map((object): Candidate => {
    const kind = kinds.of(object.apiKind);
    return { object, kind, taken: selection.takes(object, kind.resource) };
  });

  bring(candidates, CLAIMS, claimsOfPods(candidates), object =>
    selection.takesScope(object, CLAIMS),
  );
  if (selection.bringsVolumes()) {
    bring(candidates, VOLUMES, volumesOfClaims(candidates, volumes), () => ({
      taken: true,
    }));
  }

  const taken = candidates.filter(candidate => candidate.taken.taken !== false);
  // What carries volume data lies in Velero's namespace, and is not put there.
  const put = taken.filter(({ kind }) => !MUST_HAVE.includes(kind.resource));
  return {
    candidates,
    namespaces: new Set(put.flatMap(({ object }) => object.namespace ?? [])),
    definedKinds: new Set(
      taken
        .filter(({ kind }) => kind.kind === 'CustomResourceDefinition')
        .map(({ object }) => object.name),
    ),
  };
}

function bring(
  candidates: Candidate[],
  resource: string,
  keys: ReadonlySet<string>,
  takes: (object: BackedUpObject) => Taken,
): void {
  for (const candidate of candidates) {
    const brought =
      candidate.kind.resource === resource &&
      candidate.taken.taken !== true &&
      keys.has(keyOf(candidate.object));
    if (brought) candidate.taken = takes(candidate.object);
  }
}

function claimsOfPods(candidates: Candidate[]): Set<string> {
  return new Set(
    candidates
      .filter(
        ({ kind, taken }) => kind.resource === 'pods' && taken.taken === true,
      )
      .flatMap(({ object }) =>
        (object.details?.claims ?? []).map(
          claim => `${object.namespace}/${claim}`,
        ),
      ),
  );
}

function volumesOfClaims(
  candidates: Candidate[],
  volumes: readonly BackedUpVolume[],
): Set<string> {
  const claims = candidates.filter(
    ({ kind, taken }) => kind.resource === CLAIMS && taken.taken === true,
  );
  const keys = new Set(claims.map(({ object }) => keyOf(object)));
  const recorded = volumes
    .filter(({ namespace, claim }) => keys.has(`${namespace}/${claim}`))
    .map(({ volume }) => volume);
  const bound = claims.map(({ object }) => object.details?.volume);
  return new Set([...recorded, ...bound].map(name => `/${name}`));
}

function keyOf({ namespace, name }: BackedUpObject): string {
  return `${namespace ?? ''}/${name}`;
}
