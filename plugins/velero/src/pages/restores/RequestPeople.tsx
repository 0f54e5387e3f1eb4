import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  RestoreRequestDetail,
  RestoreVote,
} from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { FactorList } from '../../components/restore';
import { Status } from '../../components/status';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';
import styles from './restores.module.css';

/** Who has to consent, who has, and in which words. */
export function RequestPeople(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { factors, votes, incident, review } = props.request;
  return (
    <Section title={t('request.people')}>
      {incident === undefined ? (
        <FactorList factors={factors} />
      ) : (
        <Text as="p">{t('request.people.emergency')}</Text>
      )}
      {votes.length > 0 && (
        <ul className={styles.lines} aria-label={t('votes.title')}>
          {votes.map(vote => (
            <li key={vote.voter}>
              <Vote vote={vote} />
            </li>
          ))}
        </ul>
      )}
      {incident === undefined && votes.length === 0 && (
        <Text as="p" color="secondary">
          {t('votes.none')}
        </Text>
      )}
      {review && <Review review={review} />}
    </Section>
  );
}

function Vote({ vote }: { vote: RestoreVote }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { voter, decision, comment, at } = vote;
  return (
    <Flex direction="column" gap="1">
      <Status tone={decision === 'approve' ? 'success' : 'danger'}>
        {t('votes.by', {
          decision: t(`votes.${decision}`),
          person: <EntityRefLink entityRef={voter} />,
          time: <Timestamp at={at} />,
        })}
      </Status>
      {comment && <blockquote className={styles.quote}>{comment}</blockquote>}
    </Flex>
  );
}

function Review(props: {
  review: NonNullable<RestoreRequestDetail['review']>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { verdict, reviewer, at, comment } = props.review;
  return (
    <Flex direction="column" gap="1">
      <Status tone={verdict === 'justified' ? 'success' : 'danger'}>
        {t('review.by', {
          verdict: t(`decide.${verdict}`),
          person: <EntityRefLink entityRef={reviewer} />,
          time: <Timestamp at={at} />,
        })}
      </Status>
      <blockquote className={styles.quote}>{comment}</blockquote>
    </Flex>
  );
}
