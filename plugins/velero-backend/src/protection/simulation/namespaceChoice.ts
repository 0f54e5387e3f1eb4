import {
  isVeleroAtLeast,
  VeleroVersion,
} from '@appgear/backstage-plugin-velero-common';

/** Which namespaces to include, and how that is written. */
export interface NamespaceChoice {
  names: string[];
  isPattern: boolean;
}

/** Shorter ones take in what nobody meant. */
const MIN_PREFIX = 2;

/**
 * How to include exactly the wanted namespaces: from Velero 1.18 on by a
 * pattern that follows namespaces that come later, when one takes in all of
 * them and no other; else by name.
 */
export function chooseNamespaces(
  wanted: readonly string[],
  others: readonly string[],
  version: VeleroVersion,
): NamespaceChoice {
  const prefix = commonPrefix(wanted);
  const fits =
    isVeleroAtLeast(version, 1, 18) &&
    wanted.length > 1 &&
    prefix.length > MIN_PREFIX &&
    !others.some(name => name.startsWith(prefix));
  return fits
    ? { names: [`${prefix}*`], isPattern: true }
    : { names: [...wanted].sort(), isPattern: false };
}

/** Up to the last dash that all names share: `ws-` of `ws-shop` and `ws-blog`. */
function commonPrefix(names: readonly string[]): string {
  let prefix = names[0] ?? '';
  for (const name of names) {
    while (!name.startsWith(prefix)) {
      prefix = prefix.slice(0, -1);
    }
  }
  return prefix.slice(0, prefix.lastIndexOf('-') + 1);
}
