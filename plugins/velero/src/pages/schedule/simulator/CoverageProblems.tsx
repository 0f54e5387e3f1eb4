import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SelectionProblem } from '@appgear/backstage-plugin-velero-common';
import { Bullets } from '../../../components/state';
import { veleroTranslationRef } from '../../../translation';

/** What would go wrong with the backup as a whole. */
export function CoverageProblems(props: { problems: SelectionProblem[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (props.problems.length === 0) {
    return undefined;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('coverage.problems')}
      description={
        <Bullets
          items={props.problems.map(({ code, message }) => ({
            key: `${code} ${message}`,
            text: t(`coverage.problem.${code}`, { message }),
          }))}
        />
      }
    />
  );
}
