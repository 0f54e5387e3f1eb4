import { useEffect } from 'react';
import { Radio, RadioGroup } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { OnlyInBucket } from '../../../components/restore';
import { Say, veleroTranslationRef } from '../../../translation';
import { Place } from '../draft';
import { useWizard } from '../WizardContext';
import { ClusterChoice } from './ClusterChoice';
import { NewNames } from './NewNames';
import { Targets, useTargets } from './useTargets';
import styles from '../wizard.module.css';

const PLACES: Place[] = ['same', 'renamed', 'elsewhere'];

/** Where to: the same place, other namespaces, or another cluster. */
export function TargetStep() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const targets = useTargets();
  const { clusters, isFromBucket } = targets;
  const { place, source = '' } = draft;

  useEffect(() => {
    if (isFromBucket && place !== 'elsewhere') {
      change({ place: 'elsewhere' });
    }
  }, [isFromBucket, place, change]);

  return (
    <>
      {isFromBucket && <OnlyInBucket />}
      <RadioGroup
        label={t('wizard.place')}
        value={place}
        onChange={value => change({ place: value as Place })}
      >
        {PLACES.map(each => {
          const obstacle = obstacleTo(each, targets, source, t);
          return (
            <Radio key={each} value={each} isDisabled={obstacle !== undefined}>
              <span>
                {t(`wizard.place.${each}`)}
                <span className={styles.hint}>
                  {obstacle ?? t(`wizard.place.${each}.hint`)}
                </span>
              </span>
            </Radio>
          );
        })}
      </RadioGroup>
      {place === 'renamed' && <NewNames isOptional={false} />}
      {place === 'elsewhere' && clusters.length > 0 && (
        <>
          <ClusterChoice clusters={clusters} />
          <NewNames isOptional />
        </>
      )}
    </>
  );
}

/** Why nothing can go there. */
function obstacleTo(
  place: Place,
  { clusters, isFromBucket, isKnown }: Targets,
  source: string,
  t: Say,
): string | undefined {
  if (place === 'elsewhere') {
    const isNowhere = isKnown && clusters.length === 0;
    return isNowhere ? t('wizard.place.nowhere') : undefined;
  }
  return isFromBucket ? t('wizard.place.bucket', { name: source }) : undefined;
}
