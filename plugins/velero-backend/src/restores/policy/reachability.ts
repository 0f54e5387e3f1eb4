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
): string[] {
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

function shortage(factor: PolicyFactor, available: number): string {
  if (factor.groups.length === 0) {
    return `workspace ${factor.workspace} has no owner who could approve: name one on its namespaces or on its catalog entity`;
  }
  const who = factor.groups.join(' or ');
  return `${
    factor.count
  } of ${who} must approve, and besides you and those needed for the other factors there ${
    available === 1 ? 'is' : 'are'
  } ${
    available === 0 ? 'none' : available
  }: add people to the group, let somebody else file the request, or change the restore policy`;
}
