import { FormEvent, useEffect, useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DateField, Filters } from '../../components/table';
import { veleroTranslationRef } from '../../translation';
import { AuditList } from './auditFilter';
import styles from './audit.module.css';

/** Days, a workspace, a person, a request; in force once sent. */
export function AuditFilters(props: { list: AuditList }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { list } = props;
  const { filters } = list.state;
  const [typed, setTyped] = useState(filters);
  // The URL may change elsewhere too, as by the browser's back button.
  useEffect(() => setTyped(filters), [filters]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    list.change({ filters: typed });
  };
  const field = (name: keyof typeof filters) => ({
    className: styles.field,
    value: typed[name] ?? '',
    onChange: (value: string) =>
      setTyped({ ...typed, [name]: value.trim() || undefined }),
  });
  return (
    <Filters onSubmit={onSubmit}>
      <DateField {...field('since')} label={t('audit.since')} />
      <DateField {...field('until')} label={t('audit.until')} />
      <TextField {...field('workspace')} label={t('audit.workspace')} />
      <TextField
        {...field('person')}
        label={t('audit.person')}
        placeholder={t('audit.personHint')}
      />
      <TextField {...field('request')} label={t('audit.request')} />
      <Button type="submit" variant="secondary">
        {t('audit.apply')}
      </Button>
    </Filters>
  );
}
