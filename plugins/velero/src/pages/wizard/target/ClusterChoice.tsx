import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Say, veleroTranslationRef } from '../../../translation';
import { useProblemOf } from '../useProblemText';
import { useWizard } from '../WizardContext';
import { TargetCluster } from './useTargets';
import styles from '../wizard.module.css';

/** The other cluster to restore on. */
export function ClusterChoice(props: { clusters: TargetCluster[] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const problemOf = useProblemOf();
  return (
    <Select
      className={styles.narrow}
      label={t('wizard.cluster')}
      placeholder={t('wizard.cluster.choose')}
      options={props.clusters.map(each => ({
        id: each.cluster,
        label: each.cluster,
        description: factsOf(each, t),
      }))}
      value={draft.target ?? null}
      isInvalid={problemOf('cluster') !== null}
      onChange={value => change({ target: value ? String(value) : undefined })}
    />
  );
}

function factsOf({ title, role, veleroVersion }: TargetCluster, t: Say) {
  if (!title || !role) return undefined;
  const facts = { title, role: t(`cluster.role.${role}`) };
  return veleroVersion
    ? t('wizard.cluster.facts', { ...facts, version: veleroVersion })
    : t('wizard.cluster.factsUnknown', facts);
}
