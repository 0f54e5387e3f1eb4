import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { BackupDetail } from '@appgear/backstage-plugin-velero-common';
import { TitledPage } from '../../components/layout';
import { Bullets, FreshnessBanners, QueryView } from '../../components/state';
import { OnlyInBucket } from '../../components/restore';
import { useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { BackupContents } from './BackupContents';
import { BackupFacts } from './BackupFacts';
import { BackupLog } from './BackupLog';
import { BackupScope } from './BackupScope';

/** One backup: what Velero says of it, what it holds, was asked to take, and its log. */
export function BackupPage(props: { cluster: string; name: string }) {
  const { cluster, name } = props;
  const query = useVeleroQuery(`${cluster}/${name}`, (api, signal) =>
    api.getBackup({ cluster, name }, { signal }),
  );
  return (
    <TitledPage title={name}>
      <QueryView query={query}>
        {backup => (
          <>
            <FreshnessBanners freshness={backup.freshness ?? []} />
            {backup.onlyInBucket && <OnlyInBucket />}
            <Failures failures={backup.failures} />
            <BackupFacts backup={backup} />
            <BackupContents cluster={cluster} name={name} />
            <BackupScope backup={backup} />
            <BackupLog cluster={cluster} name={name} />
          </>
        )}
      </QueryView>
    </TitledPage>
  );
}

function Failures({ failures }: Pick<BackupDetail, 'failures'>) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (failures.length === 0) {
    return undefined;
  }
  return (
    <Alert
      status="danger"
      icon
      title={t('backup.failures')}
      description={
        <Bullets
          items={failures.map(failure => ({ key: failure, text: failure }))}
        />
      }
    />
  );
}
