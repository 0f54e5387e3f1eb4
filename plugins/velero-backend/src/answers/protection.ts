import {
  ProtectionOverview,
  Verdict,
  VERDICTS,
} from '@appgear/backstage-plugin-velero-common';
import { Reader } from '../permissions';
import { freshnessFor } from './clusters';
import { ReadModel } from './ReadModel';

const MAX_UNSAFE = 10;

/** Who is not safe, of the workspaces that a reader may see. */
export function protectionIn(
  model: ReadModel,
  reader: Reader,
): ProtectionOverview {
  const { directory, standings } = model;
  const assessed = directory
    .all()
    .filter(({ id }) => reader.workspaces.sees(id))
    .flatMap(({ id, title }) => {
      const protection = standings.of(id)?.summary;
      return protection ? [{ workspace: id, title, protection }] : [];
    });
  const verdicts = Object.fromEntries(
    VERDICTS.map(verdict => [verdict, 0]),
  ) as Record<Verdict, number>;
  assessed.forEach(({ protection }) => verdicts[protection.verdict]++);
  return {
    verdicts,
    unsafe: assessed
      .filter(({ protection }) => protection.verdict !== 'protected')
      .sort(
        (a, b) =>
          severityOf(b.protection.verdict) - severityOf(a.protection.verdict),
      )
      .slice(0, MAX_UNSAFE),
    evidenceBacklog: standings.evidenceBacklog,
    evidencePaused: pausedFor(model, reader),
  };
}

/** Of the clusters that a reader may know of. */
function pausedFor(model: ReadModel, reader: Reader): string[] {
  const { evidencePaused } = model.standings;
  if (evidencePaused.length === 0) {
    return [];
  }
  const known = freshnessFor(model, reader).map(({ cluster }) => cluster);
  return evidencePaused.filter(name => known.includes(name));
}

/** The worse, the greater. */
export function severityOf(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}
