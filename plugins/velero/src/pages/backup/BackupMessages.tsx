import { Alert } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  BackupContents,
  EvidenceMessages,
} from '@appgear/backstage-plugin-velero-common';
import { Bullets } from '../../components/state';
import { veleroTranslationRef } from '../../translation';

const KINDS = ['errors', 'warnings'] as const;

/** What Velero says went wrong, in its words, by where. */
export function BackupMessages({ contents }: { contents: BackupContents }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { namespaces, errors, warnings } = contents;
  const places = [
    { place: t('messages.ofVelero'), errors, warnings },
    ...namespaces.map(({ namespace, ...said }) => ({
      place: namespace || t('contents.noNamespace'),
      errors: said.errors,
      warnings: said.warnings,
    })),
  ];
  return (
    <>
      {KINDS.flatMap(kind =>
        places.map(({ place, [kind]: messages }) =>
          messages && messages.count > 0 ? (
            <Alert
              key={`${kind} ${place}`}
              status={kind === 'errors' ? 'danger' : 'warning'}
              icon
              title={t(`messages.${kind}`, { place })}
              description={<Words messages={messages} />}
            />
          ) : undefined,
        ),
      )}
    </>
  );
}

function Words({ messages: { count, first } }: { messages: EvidenceMessages }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const more = count - first.length;
  const said = first.map((message, index) => ({
    key: `${index}`,
    text: <span translate="no">{message}</span>,
  }));
  return (
    <Bullets
      items={
        more > 0
          ? [
              ...said,
              { key: 'more', text: <>{t('list.more', { count: more })}</> },
            ]
          : said
      }
    />
  );
}
