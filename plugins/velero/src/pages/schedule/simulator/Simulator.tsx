import { FormEvent, useState } from 'react';
import { Alert, Button, TextAreaField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Loading, useFailureText } from '../../../components/state';
import { veleroTranslationRef } from '../../../translation';
import { CoverageView } from './CoverageView';
import { useSimulation } from './useSimulation';
import { useWorkspaceChoice } from './useWorkspaceChoice';
import styles from './simulator.module.css';

/** Tries a manifest on a cluster, and shows what it would hold there. */
export function Simulator(props: {
  cluster: string;
  /** What stands in the text to begin with. */
  initial?: string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const { cluster, initial = '' } = props;
  const [manifest, setManifest] = useState(initial);
  const { isRunning, coverage, error, run } = useSimulation();
  const { workspace, choose } = useWorkspaceChoice();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    run({ cluster, schedule: manifest, workspace });
  };
  const tryFor = (chosen: string | undefined) => {
    choose(chosen);
    run({ cluster, schedule: manifest, workspace: chosen });
  };
  return (
    <>
      <form className={styles.form} onSubmit={submit}>
        <TextAreaField
          className={styles.manifest}
          label={t('coverage.manifest')}
          description={t('coverage.manifestHint')}
          rows={16}
          spellCheck="false"
          autoComplete="off"
          maxLength={200_000}
          value={manifest}
          onChange={setManifest}
        />
        <Button
          type="submit"
          variant="primary"
          isDisabled={manifest.trim() === ''}
          loading={isRunning}
        >
          {t('coverage.run')}
        </Button>
      </form>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('coverage.refused')}
          description={failureText(error)}
        />
      )}
      {isRunning && !coverage && <Loading lines={4} />}
      {coverage && (
        <CoverageView
          coverage={coverage}
          choice={{ workspace, choose: tryFor }}
        />
      )}
    </>
  );
}
