import { ApprovalFactor } from '@appgear/backstage-plugin-velero-common';

/** Who belongs where, as the catalog has it at the moment of asking. */
export interface People {
  /**
   * The entity references a user acts for: the user and the groups.
   *
   * @returns undefined when the catalog has no such user any more
   */
  refsOf(user: string): Promise<ReadonlySet<string> | undefined>;
  /** The users that a reference to a group, or to a user, means. */
  membersOf(ref: string): Promise<readonly string[]>;
}

/** The ids of the factors that somebody with these references may fill. */
export function entitledTo(
  factors: readonly ApprovalFactor[],
  refs: ReadonlySet<string> | undefined,
): string[] {
  if (!refs) return [];
  return factors
    .filter(({ groups }) => groups.some(group => refs.has(group)))
    .map(({ id }) => id);
}

/**
 * Whether somebody with these references may judge a break-glass restore: one
 * whom the policy asks as a guard of the gate. Owners of what was restored are
 * asked because it is theirs, and gain by it; they judge only where the policy
 * asks nobody else.
 */
export function standsGuard(
  factors: readonly ApprovalFactor[],
  refs: ReadonlySet<string> | undefined,
): boolean {
  const guards = factors.filter(({ workspace }) => workspace === undefined);
  return entitledTo(guards.length > 0 ? guards : factors, refs).length > 0;
}

/** Factor id to the users who may fill it. */
export async function eligibleFor(
  factors: readonly ApprovalFactor[],
  people: People,
): Promise<Map<string, readonly string[]>> {
  const eligible = new Map<string, readonly string[]>();
  for (const { id, groups } of factors) {
    const members = await Promise.all(
      groups.map(group => people.membersOf(group)),
    );
    eligible.set(id, [...new Set(members.flat())]);
  }
  return eligible;
}
