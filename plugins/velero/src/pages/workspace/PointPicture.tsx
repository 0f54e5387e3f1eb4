import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { QueryView } from '../../components/state';
import { PointTimeline } from '../../components/timeline';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';

/** More marks than this lie upon each other. */
const MOST_POINTS = 60;

/** The newest points in time; the table behind it has them all. */
export function PointPicture(props: {
  workspace: string;
  targetSeconds?: number;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [selected, setSelected] = useState<string>();
  const { workspace, targetSeconds } = props;
  const query = useVeleroQuery(`picture of ${workspace}`, (api, signal) =>
    api.getRecoveryPoints(workspace, { limit: MOST_POINTS }, { signal }),
  );
  return (
    <QueryView query={query} lines={3}>
      {({ items, total }) =>
        items.length > 0 && (
          <>
            <PointTimeline
              label={t('timeline.title')}
              points={items}
              selected={selected ?? items[0].id}
              onSelect={({ id }) => setSelected(id)}
              targetSeconds={targetSeconds}
            />
            {total > items.length && (
              <Text as="p" variant="body-small" color="secondary">
                {t('timeline.newest', {
                  shown: items.length,
                  total,
                })}
              </Text>
            )}
          </>
        )
      }
    </QueryView>
  );
}
