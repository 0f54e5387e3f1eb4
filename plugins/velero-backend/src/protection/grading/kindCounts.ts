import {
  InventoryObject,
  KindCount,
} from '@appgear/backstage-plugin-velero-common';

/** Enough to recognise them; the pages show the rest as a number. */
const NAMES_SHOWN = 10;

/** Objects by kind, most first. */
export function kindCounts(objects: Iterable<InventoryObject>): KindCount[] {
  const kinds = new Map<string, KindCount & { names: string[] }>();
  for (const { group, kind, name } of objects) {
    const key = `${group}/${kind}`;
    const found = kinds.get(key);
    if (found) {
      found.count += 1;
      found.names.push(name);
    } else {
      kinds.set(key, { group, kind, count: 1, names: [name] });
    }
  }
  return [...kinds.values()]
    .map(kind => ({ ...kind, names: kind.names.sort().slice(0, NAMES_SHOWN) }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        (`${a.group}/${a.kind}` < `${b.group}/${b.kind}` ? -1 : 1),
    );
}
