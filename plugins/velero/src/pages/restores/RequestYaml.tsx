import { lazy, Suspense, useState } from 'react';
import { Button } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import { Section } from '../../components/layout';
import { Loading } from '../../components/state/Loading';
import { veleroTranslationRef } from '../../translation';

// The writer of YAML is large, and few look.
const YamlText = lazy(async () => ({
  default: (await import('./YamlText')).YamlText,
}));

/** The spec as Velero gets it, for those who read YAML. */
export function RequestYaml(props: { spec: RestoreRequestDetail['spec'] }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [isShown, setIsShown] = useState(false);
  return (
    <Section title={t('request.yaml')}>
      {isShown ? (
        <Suspense fallback={<Loading lines={4} />}>
          <YamlText value={props.spec} />
        </Suspense>
      ) : (
        <div>
          <Button variant="secondary" onPress={() => setIsShown(true)}>
            {t('request.yaml.show')}
          </Button>
        </div>
      )}
    </Section>
  );
}
