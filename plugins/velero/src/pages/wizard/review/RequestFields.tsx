import { TextAreaField, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { useProblemOf } from '../useProblemText';
import { useWizard } from '../WizardContext';
import { fromLocalTime, toLocalTime } from './localTime';
import styles from '../wizard.module.css';

/** The reason, the ticket and the wanted time. */
export function RequestFields() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const problemOf = useProblemOf();
  const checked = (field: string) => {
    const problem = problemOf(field);
    return {
      validationBehavior: 'aria' as const,
      validate: () => problem,
    };
  };
  return (
    <div className={styles.fields}>
      <TextAreaField
        {...checked('reason')}
        className={styles.wide}
        label={t('wizard.reason')}
        description={t('wizard.reason.hint')}
        maxLength={4000}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
      <TextField
        {...checked('ticketUrl')}
        type="url"
        label={t('wizard.ticket')}
        description={t('wizard.ticket.hint')}
        value={draft.ticketUrl}
        onChange={ticketUrl => change({ ticketUrl })}
      />
      <TextField
        {...checked('notBefore')}
        className={styles.time}
        // The library's types leave out what the browser does best itself.
        type={'datetime-local' as 'text'}
        label={t('wizard.notBefore')}
        description={t('wizard.notBefore.hint')}
        value={toLocalTime(draft.notBefore)}
        onChange={text => change({ notBefore: fromLocalTime(text) })}
      />
    </div>
  );
}
