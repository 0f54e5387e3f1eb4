import type {
  PreviewSummary,
  RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';
import type { Tone } from '../status';

/** Risks that are a yes or a no. */
type FlagCode =
  | 'gateObjects'
  | 'veleroNamespace'
  | 'platform'
  | 'production'
  | 'living'
  | 'mapped';

/** Risks of which there are many or few. */
type CountCode =
  | 'overwrite'
  | 'tenantCrossing'
  | 'clusterScoped'
  | 'emptyVolumes'
  | 'keptVolumes'
  | 'hooks'
  | 'secrets'
  | 'unclear'
  | 'changed';

/** One risk, to be said in a line. */
export type RiskLine = { tone: Tone } & (
  | { code: FlagCode }
  | { code: CountCode; count: number }
  | { code: 'grade'; grade: RestoreRisks['grade'] }
  | { code: 'pointAge'; ageMs: number }
);

const MONTH_MS = 30 * 86_400_000;
const TONES: Tone[] = ['danger', 'warning', 'info', 'neutral'];

/** What is dangerous about a restore, the worst first. */
export function riskLines(
  risks: RestoreRisks,
  summary: PreviewSummary,
): RiskLine[] {
  return [...flags(risks), ...counts(risks, summary), ...point(risks)].sort(
    (a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone),
  );
}

function flags(risks: RestoreRisks): RiskLine[] {
  const candidates: [FlagCode, Tone, boolean][] = [
    ['gateObjects', 'danger', risks.gateObjects],
    ['veleroNamespace', 'danger', risks.veleroNamespace],
    ['platform', 'danger', risks.platform],
    ['living', 'warning', risks.targets.includes('living')],
    ['mapped', 'warning', risks.targets.includes('mapped')],
    ['production', 'warning', risks.clusterRole === 'production'],
  ];
  return candidates
    .filter(([, , isSo]) => isSo)
    .map(([code, tone]) => ({ code, tone }));
}

function counts(risks: RestoreRisks, summary: PreviewSummary): RiskLine[] {
  const { actions, volumes } = summary;
  const candidates: [CountCode, Tone, number][] = [
    // What is not certain may turn out to be overwritten too.
    [
      'overwrite',
      'danger',
      risks.overwrite ? actions.patch + actions.unclear : 0,
    ],
    ['tenantCrossing', 'danger', summary.crossingTenants],
    ['emptyVolumes', 'danger', (volumes.empty ?? 0) + (volumes.notHere ?? 0)],
    ['clusterScoped', 'warning', summary.clusterScoped],
    ['keptVolumes', 'warning', volumes.kept ?? 0],
    ['hooks', 'warning', summary.podsWithHooks],
    ['unclear', 'warning', actions.unclear],
    ['secrets', 'info', summary.secrets],
    ['changed', 'info', summary.changed],
  ];
  return candidates
    .filter(([, , count]) => count > 0)
    .map(([code, tone, count]) => ({ code, tone, count }));
}

function point({ grade, pointAgeMs }: RestoreRisks): RiskLine[] {
  return [
    ...(grade === 'complete'
      ? []
      : [
          {
            code: 'grade' as const,
            tone:
              grade === 'localOnly'
                ? ('warning' as const)
                : ('danger' as const),
            grade,
          },
        ]),
    {
      code: 'pointAge',
      tone: pointAgeMs > MONTH_MS ? 'warning' : 'info',
      ageMs: pointAgeMs,
    },
  ];
}
