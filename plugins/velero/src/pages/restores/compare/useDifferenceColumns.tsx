import { ReactNode, useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FactorList } from '../../../components/restore';
import { DataColumn } from '../../../components/table';
import { Say, veleroTranslationRef } from '../../../translation';
import { Difference } from './differences';

/** What, before and now. */
export function useDifferenceColumns(): DataColumn<Difference>[] {
  const { t } = useTranslationRef(veleroTranslationRef);
  return useMemo(
    () => [
      {
        id: 'what',
        label: t('compare.what'),
        isRowHeader: true,
        render: difference => nameOf(difference, t),
      },
      {
        id: 'before',
        label: t('compare.before'),
        render: difference => show(difference, 'before', t),
      },
      {
        id: 'after',
        label: t('compare.after'),
        render: difference => show(difference, 'after', t),
      },
    ],
    [t],
  );
}

function nameOf(difference: Difference, t: Say): string {
  switch (difference.what) {
    case 'spec':
      return difference.field;
    case 'action':
      return t(`effect.${difference.action}`);
    default:
      return t(`compare.${difference.what}`);
  }
}

function show(
  difference: Difference,
  side: 'before' | 'after',
  t: Say,
): ReactNode {
  return difference.what === 'factors' ? (
    <FactorList factors={difference[side]} />
  ) : (
    say(difference, difference[side], t)
  );
}

function say({ what }: Difference, value: unknown, t: Say): string {
  if (value === undefined) {
    return t('compare.absent');
  }
  if (what === 'grade') {
    return t(`grade.${value as 'complete'}`);
  }
  if (what === 'overwrite') {
    return value ? t('compare.yes') : t('compare.no');
  }
  if (typeof value === 'number') {
    return t('number', { value });
  }
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) {
    return value.join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
