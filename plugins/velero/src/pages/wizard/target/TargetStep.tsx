import { Radio, RadioGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { Place } from '../draft';
import { useWizard } from '../WizardContext';
import { ClusterChoice } from './ClusterChoice';
import { NewNames } from './NewNames';
import { useTargetClusters } from './useTargetClusters';
import styles from '../wizard.module.css';

const PLACES: Place[] = ['same', 'renamed', 'elsewhere'];

/** Where to: the same place, other namespaces, or another cluster. */
export function TargetStep() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const { clusters, isKnown } = useTargetClusters();
  const { place } = draft;
  const isNowhere = isKnown && clusters.length === 0;
  return (
    <>
      <RadioGroup
        label={t('wizard.place')}
        value={place}
        onChange={value => change({ place: value as Place })}
      >
        {PLACES.map(each => (
          <Radio
            key={each}
            value={each}
            isDisabled={each === 'elsewhere' && isNowhere}
          >
            <span>
              {t(`wizard.place.${each}`)}
              <span className={styles.hint}>
                {each === 'elsewhere' && isNowhere
                  ? t('wizard.place.nowhere')
                  : t(`wizard.place.${each}.hint`)}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {place === 'elsewhere' && <ClusterChoice clusters={clusters} />}
      {place !== 'same' && <NewNames isOptional={place === 'elsewhere'} />}
    </>
  );
}
