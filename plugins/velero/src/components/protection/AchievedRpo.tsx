import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProtectionSummary } from '@appgear/backstage-plugin-velero-common';
import { Elapsed, useFormats, useNow } from '../../time';
import { veleroTranslationRef } from '../../translation';
import { Status } from '../status';

/** How old the newest proven point is, against how old it may be. */
export function AchievedRpo(props: {
  protection: Pick<ProtectionSummary, 'provenAt' | 'targetSeconds'>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const formats = useFormats();
  const now = useNow();
  const { provenAt, targetSeconds } = props.protection;
  const target = targetSeconds * 1000;
  const isWithin = provenAt && now - Date.parse(provenAt) <= target;
  return (
    <Flex direction="column" gap="1">
      {provenAt ? (
        <Status tone={isWithin ? 'success' : 'warning'}>
          <Elapsed since={provenAt} />
        </Status>
      ) : (
        <Status tone="danger">{t('rpo.none')}</Status>
      )}
      <Text as="div" variant="body-small" color="secondary">
        {t('rpo.target', { target: formats.duration(target) })}
      </Text>
    </Flex>
  );
}
