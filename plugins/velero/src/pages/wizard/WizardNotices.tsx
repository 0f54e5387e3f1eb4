import { Alert, Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageLink } from '../../components/layout';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { useWizard } from './WizardContext';

/** What is to be known of the draft itself. */
export function WizardNotices(props: {
  isResumed: boolean;
  onDiscard(): void;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { supersedes } = useWizard().draft;
  return (
    <>
      {props.isResumed && (
        <Alert
          role="status"
          status="info"
          icon
          title={t('wizard.resumed')}
          // Not beside the words: on a phone these would have no room.
          description={
            <Button size="small" variant="secondary" onPress={props.onDiscard}>
              {t('wizard.discard')}
            </Button>
          }
        />
      )}
      {supersedes && (
        <Alert
          status="info"
          icon
          title={t('wizard.supersedes')}
          description={
            <PageLink href={links.restoreRequest(supersedes)}>
              {t('wizard.supersedes.link')}
            </PageLink>
          }
        />
      )}
    </>
  );
}
