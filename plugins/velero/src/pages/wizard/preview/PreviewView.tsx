import { Alert, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestorePreviewAnswer } from '@appgear/backstage-plugin-velero-common';
import { NameList, Section } from '../../../components/layout';
import {
  EffectFilter,
  EffectSentence,
  EffectsTable,
  FactorList,
  PreviewSummaryView,
  RiskList,
} from '../../../components/restore';
import { VeleroQuery } from '../../../query';
import { useLinks } from '../../../routing/useLinks';
import { veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';
import { Problems } from './Problems';
import { useSeen } from './useSeen';

/** @see PreviewView */
export interface PreviewViewProps {
  preview: NonNullable<RestorePreviewAnswer['preview']>;
  /** What it is the answer to. */
  question: string;
  filter: EffectFilter;
  onFilter(part: Partial<EffectFilter>): void;
  query: VeleroQuery<RestorePreviewAnswer>;
}

/** The effect in sentences, the risks first, then who consents, then all objects. */
export function PreviewView(props: PreviewViewProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { spec, cluster = '' } = useWizard();
  const { preview, question, filter, onFilter, query } = props;
  const { summary, risks, factors } = preview;
  const hasMoved = useSeen(preview, question, query.isStale);

  return (
    <>
      {hasMoved && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('wizard.preview.moved')}
        />
      )}
      <Hindrances {...props} />
      <Section title={t('wizard.preview.effect')}>
        <Text as="p" variant="body-large">
          <EffectSentence
            backup={spec.backupName ?? ''}
            cluster={cluster}
            summary={summary}
          />
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t('wizard.preview.dataNote')}
        </Text>
      </Section>
      <Section title={t('risk.title')}>
        <RiskList risks={risks} summary={summary} />
      </Section>
      <Section title={t('factor.title')}>
        <FactorList factors={factors} />
      </Section>
      <Section title={t('request.summary')}>
        <PreviewSummaryView summary={summary} />
      </Section>
      <Section title={t('effects.title')} description={t('effects.note')}>
        <EffectsTable
          summary={summary}
          filter={filter}
          onFilter={onFilter}
          query={{ ...query, data: preview.effects }}
        />
      </Section>
    </>
  );
}

/** Why it may not be filed, and what else is under way. */
function Hindrances({ preview, query }: PreviewViewProps) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { refused, neverApproved, sameTarget } = preview;
  return (
    <>
      {refused.length > 0 && (
        <Problems
          title={t('wizard.preview.refused')}
          problems={refused}
          onRetry={query.retry}
        />
      )}
      {neverApproved.length > 0 && (
        <Problems
          title={t('wizard.preview.neverApproved')}
          problems={neverApproved}
          onRetry={query.retry}
        />
      )}
      {sameTarget.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('wizard.preview.sameTarget', { count: sameTarget.length })}
          description={
            <NameList names={sameTarget} getHref={links.restoreRequest} />
          }
        />
      )}
    </>
  );
}
