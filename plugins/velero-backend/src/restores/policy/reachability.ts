import { says, Problem } from '@appgear/backstage-plugin-velero-common';
import { assignFactors } from '../stateMachine';
import { PolicyFactor } from './types';

/**
 * Why a request could never be approved, in sentences with what to do;
 * empty when there are people enough. Looks at who could vote today: the
 * requester and services do not count, and each person fills one factor.
 *
 * @param members - factor id to the users who may fill it
 */
export function whyNeverApproved(
  factors: readonly PolicyFactor[],
  members: ReadonlyMap<string, readonly string[]>,
  requester: string,
): Problem[] {
  const people = new Map<string, string[]>();
  for (const { id } of factors) {
    for (const person of members.get(id) ?? []) {
      if (person === requester) continue;
      people.set(person, [...(people.get(person) ?? []), id]);
    }
  }

  const { satisfied, filledBy } = assignFactors(factors, people);
  if (satisfied) return [];
  return factors
    .filter(factor => filledBy.get(factor.id)!.length < factor.count)
    .map(factor => shortage(factor, filledBy.get(factor.id)!.length));
}

function shortage(factor: PolicyFactor, available: number): Problem {
  if (factor.groups.length === 0) {
    return says('gate.noOwner', { workspace: factor.workspace ?? '' });
  }
  const asked = { many: factor.count, groups: factor.groups.join(', ') };
  return available === 0
    ? says('gate.noOtherPeople', asked)
    : says('gate.tooFewPeople', { ...asked, available });
}
