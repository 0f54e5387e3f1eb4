import { useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Coverage,
  ScheduleSummary,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { QueryView } from '../../components/state';
import { VeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { CoverageView } from './simulator/CoverageView';
import { Simulator } from './simulator/Simulator';
import { WorkspaceChoice } from './simulator/useWorkspaceChoice';

/** What a schedule will hold as it is, or as somebody would change it. */
export function ScheduleCoverage(props: {
  schedule: ScheduleSummary;
  query: VeleroQuery<Coverage>;
  choice: WorkspaceChoice;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isEditing, setIsEditing] = useState(false);
  const { schedule, query, choice } = props;
  const manifest = query.data?.manifest;
  return (
    <Section
      title={t('coverage.title')}
      description={t('coverage.note')}
      action={
        <Button
          variant="secondary"
          onPress={() => setIsEditing(current => !current)}
        >
          {isEditing
            ? t('coverage.asItIs')
            : t(manifest ? 'coverage.edit' : 'coverage.paste')}
        </Button>
      }
    >
      {isEditing ? (
        <Simulator cluster={schedule.cluster} initial={manifest} />
      ) : (
        <QueryView query={query} lines={4}>
          {coverage => <CoverageView coverage={coverage} choice={choice} />}
        </QueryView>
      )}
    </Section>
  );
}
