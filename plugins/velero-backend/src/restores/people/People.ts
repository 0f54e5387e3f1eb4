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
