import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLinks } from '../../routing/useLinks';
import { veleroTranslationRef } from '../../translation';
import { PageLink } from './PageLink';

/** Where something is kept; without a name, where Velero keeps things by default. */
export function StorageLink(props: { cluster: string; name?: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const { cluster, name } = props;
  return name ? (
    <PageLink href={links.storageLocation({ cluster, name })}>{name}</PageLink>
  ) : (
    <>{t('storage.default')}</>
  );
}
