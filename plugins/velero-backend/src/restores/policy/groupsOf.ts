import { PolicyRule } from './types';

/** Every group whose consent some rule asks for, sorted. */
export function groupsOf(rules: readonly PolicyRule[]): string[] {
  const groups = rules
    .flatMap(({ require }) => require)
    .flatMap(requirement => ('group' in requirement ? requirement.group : []));
  return [...new Set(groups)].sort();
}
