import { Fragment, ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProtectionSummary } from '@appgear/backstage-plugin-velero-common';
import { Elapsed } from '../../time';
import { Say, veleroTranslationRef } from '../../translation';

/** What would be lost if the cluster died now, in one or a few sentences. */
export function LossSentence(props: { protection: ProtectionSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <>
      {sentences(props.protection, t).map((sentence, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {sentence}
        </Fragment>
      ))}
    </>
  );
}

/** No cluster shows it any more: there is nothing left that could be lost. */
export function isLost({ reasons }: Pick<ProtectionSummary, 'reasons'>) {
  return reasons.some(({ code }) => code === 'onlyInBackups');
}

function sentences(protection: ProtectionSummary, t: Say): ReactNode[] {
  const { verdict, reasons, loss } = protection;
  if (isLost(protection)) {
    return [t('loss.onlyBackups')];
  }
  if (verdict === 'unknown') {
    return reasons.some(({ code }) => code === 'evidenceWaiting')
      ? [t('loss.reading')]
      : [t('loss.unknown')];
  }
  if (loss.everything) {
    return [t('loss.everything')];
  }
  const { objects, volumes, newer, complete } = loss;
  if (!loss.pointAt) {
    return withoutPoint(protection, t);
  }
  const said = [
    t('loss.changes', { elapsed: <Elapsed since={loss.pointAt} /> }),
    objects > 0 && t('loss.objects', { count: objects }),
    volumes > 0 && t('loss.volumes', { count: volumes }),
    newer > 0 && t('loss.newer', { count: newer }),
    !complete && t('loss.incomplete'),
    verdict === 'protected' && complete && newer === 0 && t('loss.only'),
  ];
  return said.filter(Boolean);
}

/** A part of the workspace, or all of it, has no point to go back to. */
function withoutPoint(
  { verdict, loss }: ProtectionSummary,
  t: Say,
): ReactNode[] {
  const { objects, volumes, complete } = loss;
  if (objects + volumes > 0) {
    return [
      t('loss.part'),
      objects > 0 && t('loss.objects', { count: objects }),
      volumes > 0 && t('loss.volumes', { count: volumes }),
      !complete && t('loss.incomplete'),
    ].filter(Boolean);
  }
  // Only a verdict may say that there is nothing to lose.
  return [
    t(complete && verdict === 'protected' ? 'loss.nothing' : 'loss.unknown'),
  ];
}
