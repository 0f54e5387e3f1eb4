import { useEffect, useRef, useState } from 'react';
import { Button, Checkbox, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../../components/layout';
import { useRestoresQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';
import { problemsIn } from '../steps';
import { useWizard } from '../WizardContext';
import { Filing } from './useFiling';
import styles from '../wizard.module.css';

/** For those who may: restore at once, seen by everyone, reviewed later. */
export function BreakGlass({ filing }: { filing: Filing }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const rights = useRestoresQuery('rights', (api, signal) =>
    api.getRights({ signal }),
  ).data;
  if (!rights || rights.breakGlass === 'none') return null;
  return (
    <div className={styles.danger}>
      <Section
        title={t('wizard.breakGlass')}
        description={t('wizard.breakGlass.hint')}
      >
        {isOpen ? (
          <BreakGlassForm filing={filing} onCancel={() => setOpen(false)} />
        ) : (
          <div>
            <Button variant="secondary" onPress={() => setOpen(true)}>
              {t('wizard.breakGlass.open')}
            </Button>
          </div>
        )}
      </Section>
    </div>
  );
}

function BreakGlassForm(props: { filing: Filing; onCancel(): void }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change, problems, isTried, setTried } = useWizard();
  const [isSure, setSure] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  // The button that had the focus has made room for this form.
  useEffect(() => field.current?.querySelector('input')?.focus(), []);

  const incident = draft.incident.trim();
  const isUnnamed = isTried && incident === '';
  const isReady =
    incident !== '' && problemsIn('review', problems).length === 0;
  const { filing } = props;
  return (
    <div className={styles.column}>
      <TextField
        ref={field}
        className={styles.narrow}
        label={t('wizard.breakGlass.incident')}
        description={t('wizard.breakGlass.incident.hint')}
        maxLength={200}
        value={draft.incident}
        onChange={text => change({ incident: text })}
        validationBehavior="aria"
        validate={() => (isUnnamed ? t('wizard.problem.incident') : null)}
      />
      <Checkbox isSelected={isSure} onChange={setSure}>
        {t('wizard.breakGlass.confirm')}
      </Checkbox>
      <div className={styles.buttons}>
        <Button
          destructive
          isDisabled={!isSure}
          isPending={filing.isBusy}
          onPress={() => (isReady ? filing.breakGlass(incident) : setTried())}
        >
          {t('wizard.breakGlass.submit')}
        </Button>
        <Button variant="secondary" onPress={props.onCancel}>
          {t('wizard.breakGlass.cancel')}
        </Button>
      </div>
    </div>
  );
}
