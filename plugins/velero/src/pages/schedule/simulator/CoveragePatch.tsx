import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Coverage,
  SchedulePatch,
  TemplateChange,
} from '@appgear/backstage-plugin-velero-common';
import { Bullets } from '../../../components/state';
import { Status } from '../../../components/status';
import { Say, veleroTranslationRef } from '../../../translation';
import { CopyButton } from './CopyButton';
import { DiffView } from './DiffView';

/** The change that lets a schedule hold what asks for it, or why there is none. */
export function CoveragePatch({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { patch, patchWithheld, simulation } = coverage;
  if (patch) {
    return <Patch patch={patch} />;
  }
  if (patchWithheld) {
    return <Status tone="info">{t(`patch.${patchWithheld}`)}</Status>;
  }
  const holdsAll = simulation.namespaces.every(
    ({ outcome }) => outcome === 'all' || outcome === 'nothingLives',
  );
  return holdsAll ? (
    <Status tone="success">{t('patch.notNeeded')}</Status>
  ) : (
    <Status tone="neutral">{t('patch.none')}</Status>
  );
}

function Patch({ patch }: { patch: SchedulePatch }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { namespaces } = patch.simulation;
  const held = namespaces.filter(({ outcome }) => outcome === 'all').length;
  return (
    <>
      <Text as="h4" variant="body-large" weight="bold">
        {t('patch.title')}
      </Text>
      <Bullets
        items={patch.changes.map(change => ({
          key: `${change.code} ${change.names}`,
          text: changeText(change, t),
        }))}
      />
      <Text as="p" color="secondary">
        {t('patch.note', { held, total: namespaces.length })}
      </Text>
      <DiffView label={t('patch.diff')} diff={patch.diff} />
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        <CopyButton text={patch.diff}>{t('patch.copy')}</CopyButton>
        <CopyButton text={patch.after}>{t('patch.copyAfter')}</CopyButton>
      </Flex>
    </>
  );
}

function changeText({ code, names }: TemplateChange, t: Say): string {
  return code === 'dropSelector' && names.length > 0
    ? t('change.dropSelectorFor', { names: names.join(', ') })
    : t(`change.${code}`, { names: names.join(', ') });
}
