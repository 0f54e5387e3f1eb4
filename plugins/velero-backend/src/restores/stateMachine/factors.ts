import { maximumMatching } from './matching';
import { Entitlements, Factor } from './types';

/** Who fills which factor, as well as it can be arranged. */
export interface FactorAssignment {
  /** Whether every factor has all its people. */
  satisfied: boolean;
  /** Factor id to the people that fill it. */
  filledBy: Map<string, string[]>;
}

/**
 * Arranges people on factors. One person fills one factor, so who stands
 * where is a matching question: Ana, who could fill either of two factors,
 * must not block Bruno, who can fill only the first.
 *
 * @param people - distinct people and the factors each may fill
 */
export function assignFactors(
  factors: readonly Factor[],
  people: Entitlements,
): FactorAssignment {
  const names = [...people.keys()];
  const seats = factors.flatMap(factor =>
    Array.from({ length: factor.count }, () => factor.id),
  );
  const candidates = new Map(
    factors.map(factor => [
      factor.id,
      names.flatMap((name, index) =>
        people.get(name)!.includes(factor.id) ? [index] : [],
      ),
    ]),
  );

  const seated = maximumMatching(
    seats.length,
    seat => candidates.get(seats[seat])!,
  );

  const filledBy = new Map<string, string[]>(
    factors.map(factor => [factor.id, []]),
  );
  seated.forEach((person, seat) => {
    if (person !== undefined) filledBy.get(seats[seat])!.push(names[person]);
  });
  return {
    satisfied: seated.every(person => person !== undefined),
    filledBy,
  };
}
