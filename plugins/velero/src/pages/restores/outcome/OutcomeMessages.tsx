import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  RestoreMessage,
  RestoreOutcomeSummary,
} from '@appgear/backstage-plugin-velero-common';
import { Bullets } from '../../../components/state';
import { Filters, SearchBox } from '../../../components/table';
import { veleroTranslationRef } from '../../../translation';

/** So few are read at a glance. */
const FEW = 5;

/** Velero's own words on what failed, and on what it left and why; searchable. */
export function OutcomeMessages(props: { outcome: RestoreOutcomeSummary }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { errors, warnings } = props.outcome;
  const [search, setSearch] = useState('');
  const matching = (messages: RestoreMessage[]) =>
    messages.filter(({ text, namespace }) =>
      `${namespace} ${text}`.toLowerCase().includes(search.toLowerCase()),
    );
  return (
    <>
      {errors.length + warnings.length > FEW && (
        <Filters>
          <SearchBox value={search} onChange={setSearch} />
        </Filters>
      )}
      {errors.length > 0 && (
        <Messages title={t('outcome.errors')} messages={matching(errors)} />
      )}
      {warnings.length > 0 && (
        <Messages title={t('outcome.warnings')} messages={matching(warnings)} />
      )}
    </>
  );
}

function Messages(props: { title: string; messages: RestoreMessage[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { title, messages } = props;
  return (
    <div>
      <Text as="p" weight="bold">
        {title}
      </Text>
      {messages.length === 0 ? (
        <Text as="p" color="secondary">
          {t('outcome.noMessage')}
        </Text>
      ) : (
        <Bullets
          items={messages.map(({ namespace, text }, index) => ({
            key: String(index),
            text: namespace ? `${namespace}: ${text}` : text,
          }))}
        />
      )}
    </div>
  );
}
