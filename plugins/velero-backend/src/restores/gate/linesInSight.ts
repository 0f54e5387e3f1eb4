import { LogSearch } from '../../evidence/logs';
import { Sight } from '../../permissions';
import { covers } from '../rights';
import { RequestContent } from '../store';

/**
 * Whether a line that names a namespace may be seen; undefined: all may. A line
 * may mean the namespace that was backed up or the one written into, so a name
 * that is both counts as the one that the reader may not see.
 *
 * @param shown - target namespaces of the request that the reader sees; undefined: all
 * @param backups - what the reader may see of what backups hold
 */
export function linesInSight(
  { risks, summary }: Pick<RequestContent, 'risks' | 'summary'>,
  shown: readonly string[] | undefined,
  backups: Sight,
): LogSearch['seesNamespace'] {
  if (!shown && covers(backups, risks)) return undefined;
  const { namespaces } = summary;
  const visible = namespaces.filter(
    ({ name, workspace }) =>
      workspace !== undefined &&
      backups.sees(workspace) &&
      (!shown || shown.includes(name)) &&
      namespaces.every(
        other => other.name === name || !other.sources.includes(name),
      ),
  );
  const names = new Set(visible.map(({ name }) => name));
  return namespace => names.has(namespace);
}
