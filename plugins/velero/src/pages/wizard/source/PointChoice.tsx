import { useEffect } from 'react';
import { RiInboxLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceRecoveryPoint } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../../components/layout';
import { Message, QueryView } from '../../../components/state';
import { Pager } from '../../../components/table';
import { PointTimeline } from '../../../components/timeline';
import { useQuestion, useVeleroQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';
import { RestoreDraft } from '../draft';
import { useWizard } from '../WizardContext';
import { PointWarnings } from './PointWarnings';

/** More marks than this lie upon each other. */
const POINTS = 60;

/** The point to go back to, on a picture of all of them with their verdicts. */
export function PointChoice(props: { workspace: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const [offset, setOffset] = useQuestion(0);
  const { workspace } = props;
  const query = useVeleroQuery(
    `points of ${workspace} from ${offset}`,
    (api, signal) =>
      api.getRecoveryPoints(workspace, { offset, limit: POINTS }, { signal }),
  );

  const named = query.data?.items.find(({ id }) => id === draft.point);
  useEffect(() => {
    if (named) {
      change({ ...chosen(named), point: undefined });
    }
  }, [named, change]);

  return (
    <Section title={t('wizard.points')} description={t('wizard.points.hint')}>
      <QueryView query={query} lines={4}>
        {({ items, total, offset: from }) =>
          total === 0 ? (
            <Message icon={RiInboxLine} title={t('wizard.points.none')} />
          ) : (
            <>
              <PointTimeline
                label={t('wizard.points')}
                points={items}
                selected={items.find(item => isChosen(item, draft))?.id}
                onSelect={point => change(chosen(point))}
                isDisabled={point => !isRestorable(point)}
              />
              {total > POINTS && (
                <Pager
                  offset={from}
                  shown={items.length}
                  total={total}
                  pageSize={POINTS}
                  onOffset={setOffset}
                />
              )}
              <PointWarnings
                point={items.find(item => isChosen(item, draft))}
              />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}

/** Other namespaces may be in another point: they are to be decided anew. */
function chosen(point: WorkspaceRecoveryPoint): Partial<RestoreDraft> {
  return {
    source: point.cluster,
    backup: point.backup,
    includedNamespaces: undefined,
  };
}

/** A link may name the backup by any cluster that shows it. */
function isChosen(
  point: WorkspaceRecoveryPoint,
  { source, backup }: RestoreDraft,
): boolean {
  return (
    point.backup === backup &&
    source !== undefined &&
    (point.cluster === source || point.seenFrom.includes(source))
  );
}

/**
 * Velero 1.13 to 1.18 restores from a backup of any phase; the gate does not
 * (restore_controller.go of those versions, validateAndComplete).
 */
function isRestorable({ phase }: WorkspaceRecoveryPoint): boolean {
  return phase === 'Completed' || phase === 'PartiallyFailed';
}
