import { ButtonLink, Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageBody } from '../../components/layout';
import { useRestoresQuery } from '../../query';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { AllRequests } from './AllRequests';
import { ExpiresSoon } from './ExpiresSoon';
import { ReviewsPending } from './ReviewsPending';
import { WaitsForMe } from './WaitsForMe';

/** The desk: what waits for the reader, what runs out, and all requests. */
export function RestoresPage() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { data: rights } = useRestoresQuery('rights', (api, signal) =>
    api.getRights({ signal }),
  );
  const mayAsk = rights && rights.request !== 'none';
  const wizard = links.newRestore();

  return (
    <PageBody>
      {mayAsk && wizard && (
        <Flex justify="end">
          <ButtonLink variant="primary" href={wizard}>
            {t('requests.new')}
          </ButtonLink>
        </Flex>
      )}
      <ReviewsPending />
      {rights?.approve !== 'none' && <WaitsForMe />}
      <ExpiresSoon />
      <AllRequests />
    </PageBody>
  );
}
