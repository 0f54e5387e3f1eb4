import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PreviewSummary,
  RestoreRisks,
} from '@appgear/backstage-plugin-velero-common';
import { Formats, useFormats } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';
import { Status } from '../status';
import { RiskLine, riskLines } from './riskLines';
import styles from './restore.module.css';

/** What is dangerous about a restore, the worst first, each in a line. */
export function RiskList(props: {
  risks: RestoreRisks;
  summary: PreviewSummary;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  return (
    <ul className={styles.lines} aria-label={t('risk.title')}>
      {riskLines(props.risks, props.summary).map(line => (
        <li key={line.code}>
          <Status tone={line.tone}>{say(line, t, formats)}</Status>
        </li>
      ))}
    </ul>
  );
}

function say(line: RiskLine, t: Say, formats: Formats): string {
  switch (line.code) {
    case 'grade':
      return t('risk.grade', { grade: t(`grade.${line.grade}`) });
    case 'pointAge':
      // The backend's word for a backup that does not say when it began.
      return line.ageMs >= Number.MAX_SAFE_INTEGER
        ? t('risk.pointAgeUnknown')
        : t('risk.pointAge', { age: formats.duration(line.ageMs) });
    case 'overwrite':
      return t('risk.overwrite', { count: line.count });
    case 'tenantCrossing':
      return t('risk.tenantCrossing', { count: line.count });
    case 'clusterScoped':
      return t('risk.clusterScoped', { count: line.count });
    case 'emptyVolumes':
      return t('risk.emptyVolumes', { count: line.count });
    case 'keptVolumes':
      return t('risk.keptVolumes', { count: line.count });
    case 'hooks':
      return t('risk.hooks', { count: line.count });
    case 'secrets':
      return t('risk.secrets', { count: line.count });
    case 'unclear':
      return t('risk.unclear', { count: line.count });
    case 'changed':
      return t('risk.changed', { count: line.count });
    default:
      return t(`risk.${line.code}`);
  }
}
