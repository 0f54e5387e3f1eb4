import { Text } from '@backstage/ui';
import { RiQuestionLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { TopologyABackup } from '@appgear/backstage-plugin-velero-common';
import { Status } from '../../../components/status';
import { Timestamp, useFormats } from '../../../time';
import { veleroTranslationRef } from '../../../translation';
import { DividedList } from '../DividedList';

/** The newest backups of a Docker host: when, how large, and what a check of their files found. */
export function DockerBackups(props: {
  host: string;
  backups: TopologyABackup[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  if (props.backups.length === 0) {
    return undefined;
  }
  return (
    <DividedList label={t('topologyA.backupsOf', { host: props.host })}>
      {props.backups.map(backup => (
        <li key={backup.name}>
          <span translate="no">{backup.name}</span>
          <Text variant="body-small" color="secondary">
            <Timestamp at={backup.finishedAt} />
            {' · '}
            {formats.bytes(backup.bytes)}
          </Text>
          <Checked checked={backup.checked} />
        </li>
      ))}
    </DividedList>
  );
}

function Checked({ checked }: Pick<TopologyABackup, 'checked'>) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (!checked) {
    return (
      <Status tone="neutral" icon={RiQuestionLine}>
        {t('topologyA.unchecked')}
      </Status>
    );
  }
  const age = <Timestamp at={checked.at} />;
  return checked.result === 'intact' ? (
    <Status tone="neutral">{t('topologyA.intact', { age })}</Status>
  ) : (
    <Status tone="danger">{t('topologyA.damaged', { age })}</Status>
  );
}
