import { Sight } from '../permissions';

/** The ids that a reader may know of, sorted. */
export function inSight(ids: ReadonlySet<string>, sight: Sight): string[] {
  const all = [...ids].sort();
  return sight.all ? all : all.filter(id => sight.sees(id));
}

/** Whether a reader may know of what touches these workspaces. */
export function touchesSight(ids: ReadonlySet<string>, sight: Sight): boolean {
  if (sight.all) {
    return true;
  }
  for (const id of ids) {
    if (sight.sees(id)) {
      return true;
    }
  }
  return false;
}
