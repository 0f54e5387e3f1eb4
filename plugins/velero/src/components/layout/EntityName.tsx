import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { PageLink } from './PageLink';

/**
 * An entity of the catalog by its title, as a cell of a list. The catalog's own
 * EntityRefLink makes styles of its own and works out its address again
 * whenever the page's changes: a third of the time that a page of a list takes.
 */
export function EntityName(props: { entityRef: string; href: string }) {
  const { primaryTitle } = useEntityPresentation(props.entityRef);
  return <PageLink href={props.href}>{primaryTitle}</PageLink>;
}
