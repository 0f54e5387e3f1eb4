import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreSpec } from '@appgear/backstage-plugin-velero-common';
import { useVeleroQuery } from '../../../query';
import { veleroTranslationRef } from '../../../translation';
import { toCommandLine, toYaml } from '../draft';
import { CopyBlock } from './CopyBlock';

/** Where Velero runs unless a cluster says otherwise. */
const USUAL_NAMESPACE = 'velero';

/** The restore as YAML and as a command, to read and to copy. */
export function SameByOtherMeans(props: {
  spec: RestoreSpec;
  cluster: string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { spec, cluster } = props;
  const overview = useVeleroQuery('overview', (api, signal) =>
    api.getOverview({ signal }),
  ).data;
  const namespace =
    overview?.clusters.find(each => each.cluster === cluster)
      ?.veleroNamespace ?? USUAL_NAMESPACE;
  const { line, withoutFlag } = toCommandLine(spec, namespace);
  return (
    <>
      <CopyBlock
        label={t('wizard.review.yaml')}
        text={toYaml(spec, namespace)}
      />
      <CopyBlock label={t('wizard.review.command')} text={line} />
      {withoutFlag.length > 0 && (
        <Text as="p" color="warning">
          {t('wizard.review.withoutFlag', { fields: withoutFlag.join(', ') })}
        </Text>
      )}
    </>
  );
}
