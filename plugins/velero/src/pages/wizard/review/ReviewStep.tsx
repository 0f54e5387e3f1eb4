import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../../components/layout';
import { veleroTranslationRef } from '../../../translation';
import { useWizard } from '../WizardContext';
import { BreakGlass } from './BreakGlass';
import { FileButton } from './FileButton';
import { Recap } from './Recap';
import { RequestFields } from './RequestFields';
import { SameByOtherMeans } from './SameByOtherMeans';
import { useFiling } from './useFiling';

/** Why and when, the whole request once more, and filing it. */
export function ReviewStep() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { spec, cluster = '' } = useWizard();
  const filing = useFiling();
  return (
    <>
      <Recap />
      <RequestFields />
      <FileButton filing={filing} />
      <Section
        title={t('wizard.review.same')}
        description={t('wizard.review.same.hint')}
      >
        <SameByOtherMeans spec={spec} cluster={cluster} />
      </Section>
      <BreakGlass filing={filing} />
    </>
  );
}
