import { ReactNode, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Status } from '../../components/status';
import { useFormats } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** How a report writes its figures. */
export function useFigures(): {
  percent(value: number | undefined): ReactNode;
  gap(seconds: number): ReactNode;
} {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  return useMemo(
    () => ({
      percent: value => {
        if (value === undefined) {
          return t('notKnown');
        }
        return (
          <Status tone={value === 100 ? 'success' : 'warning'}>
            {t('compliance.percent', { value })}
          </Status>
        );
      },
      gap: seconds =>
        seconds === 0
          ? t('compliance.noGap')
          : formats.duration(seconds * 1000),
    }),
    [t, formats],
  );
}
