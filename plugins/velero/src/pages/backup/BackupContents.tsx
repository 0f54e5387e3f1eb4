import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  inFull,
  type BackupContents as Contents,
  type EvidenceStatus,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { evidenceText } from '../../components/protection';
import { NothingHere, QueryView, useProblemText } from '../../components/state';
import { Status } from '../../components/status';
import { DataTable, Pager } from '../../components/table';
import { useQuestion, useVeleroQuery } from '../../query';
import { veleroTranslationRef } from '../../translation';
import { BackupMessages } from './BackupMessages';
import { useContentsColumns } from './useContentsColumns';

const ROWS = 50;

/** What a backup lists of itself, by namespace and kind. */
export function BackupContents(props: { cluster: string; name: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [offset, setOffset] = useQuestion(0);
  const query = useVeleroQuery(
    `contents of ${props.cluster}/${props.name} from ${offset}`,
    (api, signal) =>
      api.getBackupContents(props, { offset, limit: ROWS }, { signal }),
  );
  return (
    <Section title={t('contents.title')} description={t('contents.note')}>
      <QueryView query={query} lines={4}>
        {contents =>
          contents.evidence.state === 'read' ? (
            <Read contents={contents} onOffset={setOffset} />
          ) : (
            <Unread evidence={contents.evidence} />
          )
        }
      </QueryView>
    </Section>
  );
}

/** Why there is nothing to list; of a failure, also what exactly was met. */
function Unread(props: { evidence: EvidenceStatus }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const say = useProblemText();
  const { evidence } = props;
  return (
    <div>
      <Status tone={evidence.state === 'waiting' ? 'info' : 'warning'}>
        {evidenceText(evidence, t)}
      </Status>
      {evidence.problem && (
        <Text as="p" variant="body-small" color="secondary">
          {inFull(say(evidence.problem))}
        </Text>
      )}
    </div>
  );
}

function Read(props: { contents: Contents; onOffset(offset: number): void }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const columns = useContentsColumns();
  const { namespaces, total, offset, volumesRecorded } = props.contents;
  return (
    <>
      {!volumesRecorded && (
        <Text as="p" color="secondary">
          {t('contents.volumesUnrecorded')}
        </Text>
      )}
      <BackupMessages contents={props.contents} />
      <DataTable
        label={t('contents.title')}
        columns={columns}
        items={namespaces}
        getKey={({ namespace }) => namespace || '-'}
        empty={<NothingHere>{t('contents.empty')}</NothingHere>}
      />
      {total > ROWS && (
        <Pager
          offset={offset}
          shown={namespaces.length}
          total={total}
          pageSize={ROWS}
          onOffset={props.onOffset}
        />
      )}
    </>
  );
}
