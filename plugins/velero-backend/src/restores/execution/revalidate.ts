import {
  Sentence,
  says,
  NO_BACKUP_NEEDED,
  ObjectEffect,
  Problem,
  Restore,
} from '@appgear/backstage-plugin-velero-common';
import { Assessment, Assessor } from '../assessment';
import { driftBetween } from '../freeze';
import { entitledTo, People } from '../people';
import { decide, Ownership, RestorePolicy } from '../policy';
import { Entitlements } from '../stateMachine';
import { objectKey, StoredRequest } from '../store';
import { hasRestoreEnded } from './outcome';
import { RestoreCluster } from './RestoreCluster';

/** What an approval is held against right before it is carried out. */
export interface RevalidationContext {
  assessor: Assessor;
  policy: RestorePolicy;
  people: People;
  ownershipOf: (workspaces: readonly string[]) => Promise<Ownership>;
  /** Objects that were approved to be patched. */
  approvedPatches: (requestId: string) => Promise<ReadonlySet<string>>;
  /** Objects that were approved to be left as they are. */
  approvedSkips: (requestId: string) => Promise<readonly ObjectEffect[]>;
}

/** What came out of looking again. */
export interface Revalidation {
  /** Why the approval is void; empty when it holds. */
  reasons: Problem[];
  /**
   * What was to be brought back and is there: no reason before the Restore was
   * created. After that moment it may be what the Restore did.
   */
  thereAlready: Problem[];
  /** Of what would be done now, with the effects that were approved. */
  digest: string;
  requesterEntitled: boolean;
  entitlements: Entitlements;
}

/**
 * Looks again at everything an approval rests on: the frozen facts, what the
 * restore would do now, what the policy asks for that now, what else runs on
 * the target, and who still holds which role.
 *
 * @throws whatever the cluster or the catalog throws when it does not answer:
 * then nothing is decided, and the request waits
 */
export async function revalidate(
  request: StoredRequest,
  cluster: RestoreCluster,
  context: RevalidationContext,
  now: Date,
): Promise<Revalidation> {
  const { frozen } = request.content;
  const [result, restores, rights] = await Promise.all([
    context.assessor.assess(cluster, frozen.spec, now, { fresh: true }),
    cluster.restores(),
    readRights(request, context.people),
  ]);
  if (result.obstacles) {
    return {
      ...rights,
      digest: '',
      thereAlready: [],
      reasons: result.obstacles,
    };
  }
  const { assessment } = result;
  const drift = driftBetween(frozen, assessment.frozen);
  const left = new Set(
    (await context.approvedSkips(request.gate.id)).map(objectKey),
  );
  return {
    ...rights,
    digest: drift.length === 0 ? request.gate.digest : assessment.digest,
    reasons: [
      ...drift,
      ...(await newPatches(request, assessment, context)),
      ...newCreations(assessment, left),
      ...(await strictness(request, assessment, context)),
      ...busyTargets(request, restores),
    ],
    thereAlready: thereAlready(assessment, left),
  };
}

/** Objects that would be patched now and were not when people were asked. */
async function newPatches(
  { gate }: StoredRequest,
  { preview }: Assessment,
  { approvedPatches }: RevalidationContext,
): Promise<Problem[]> {
  const approved = await approvedPatches(gate.id);
  return countedAs(
    preview.effects.filter(
      effect => effect.action === 'patch' && !approved.has(objectKey(effect)),
    ),
    'gate.newPatches',
  );
}

/**
 * Objects that are gone since people were told that they stay: a right that
 * was taken away must not come back by a restore that was approved before.
 */
function newCreations(
  { preview }: Assessment,
  left: ReadonlySet<string>,
): Problem[] {
  return countedAs(
    preview.effects.filter(
      effect =>
        effect.action === 'create' &&
        left.has(objectKey(effect)) &&
        !comesAndGoes(effect),
    ),
    'gate.newCreations',
  );
}

function thereAlready(
  { preview }: Assessment,
  left: ReadonlySet<string>,
): Problem[] {
  return countedAs(
    preview.effects.filter(
      effect =>
        effect.action === 'skip' &&
        !left.has(objectKey(effect)) &&
        !comesAndGoes(effect),
    ),
    'gate.thereAlready',
  );
}

function countedAs(effects: readonly ObjectEffect[], key: Sentence): Problem[] {
  return effects.length === 0
    ? []
    : [says(key, { many: effects.length, example: nameOf(effects[0]) })];
}

/** By itself, so that it says nothing about what was approved. */
function comesAndGoes({ resource, name }: ObjectEffect): boolean {
  return NO_BACKUP_NEEDED.some(
    rule =>
      rule.resource === resource && (!rule.names || rule.names.includes(name)),
  );
}

function nameOf({ resource, namespace, name }: ObjectEffect): string {
  return `${resource} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** What the policy asks for now, beyond what it asked for then. */
async function strictness(
  { gate, content }: StoredRequest,
  { risks }: Assessment,
  { policy, ownershipOf }: RevalidationContext,
): Promise<Problem[]> {
  const ownership = await ownershipOf(risks.workspaces);
  const decision = decide(policy, risks, ownership);
  if (decision.refused) return decision.refused;
  if (gate.breakGlass) return [];
  return decision.factors
    .filter(now => {
      const then = content.factors.find(({ id }) => id === now.id);
      return !then || then.count < now.count;
    })
    .map(({ id, count }) => says('gate.stricter', { many: count, factor: id }));
}

function busyTargets(
  { gate, content }: StoredRequest,
  restores: readonly Restore[],
): Problem[] {
  const targets = content.frozen.namespaces.map(({ name }) => name);
  return restores
    .filter(
      restore =>
        !hasRestoreEnded(restore) &&
        restore.metadata.name !== `gate-${gate.id}` &&
        touchesOneOf(restore, targets),
    )
    .map(({ metadata }) => says('gate.targetBusy', { restore: metadata.name }));
}

/** A restore without a list of namespaces may touch any. */
function touchesOneOf({ spec }: Restore, targets: readonly string[]): boolean {
  const included = spec?.includedNamespaces ?? [];
  if (included.length === 0 || included.some(name => /[*?[]/.test(name))) {
    return true;
  }
  return included.some(name =>
    targets.includes(spec?.namespaceMapping?.[name] ?? name),
  );
}

async function readRights(
  { gate, content }: StoredRequest,
  people: People,
): Promise<Pick<Revalidation, 'requesterEntitled' | 'entitlements'>> {
  const requester = await people.refsOf(gate.requester);
  const entitlements = new Map<string, readonly string[]>();
  for (const { voter } of gate.votes) {
    const refs = await people.refsOf(voter);
    entitlements.set(voter, entitledTo(content.factors, refs));
  }
  return {
    requesterEntitled: content.requesterRefs.every(ref => requester?.has(ref)),
    entitlements,
  };
}
