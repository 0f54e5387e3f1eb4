import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PreviewSummary } from '@appgear/backstage-plugin-velero-common';
import { Say, veleroTranslationRef } from '../../translation';

/** More namespaces than this make no sentence. */
const MOST_NAMESPACES = 3;

/** What a restore does, in a few sentences that can be read out. */
export function EffectSentence(props: {
  backup: string;
  cluster: string;
  summary: PreviewSummary;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { backup, cluster, summary } = props;
  const namespaces = namespacesText(summary, t);
  return (
    <>
      {[
        t('preview.sentence', { backup, cluster, namespaces }),
        ...countSentences(summary, t),
      ].join(' ')}
    </>
  );
}

function namespacesText({ namespaces }: PreviewSummary, t: Say): string {
  if (namespaces.length === 0) return t('preview.noNamespace');
  const names = namespaces
    .slice(0, MOST_NAMESPACES)
    .map(({ name }) => name)
    .join(', ');
  const more = namespaces.length - MOST_NAMESPACES;
  return more > 0 ? `${names} ${t('list.more', { count: more })}` : names;
}

function countSentences(
  { actions, volumes }: PreviewSummary,
  t: Say,
): string[] {
  const { create, patch, skip, unclear } = actions;
  const { restored = 0 } = volumes;
  return [
    create + patch + unclear === 0 && t('preview.nothing'),
    create > 0 && t('preview.create', { count: create }),
    patch > 0 && t('preview.patch', { count: patch }),
    skip > 0 && t('preview.skip', { count: skip }),
    unclear > 0 && t('preview.unclear', { count: unclear }),
    restored > 0 && t('preview.data.restored', { count: restored }),
  ].filter(sentence => sentence !== false);
}
