import { ReactNode } from 'react';
import { Link } from '@backstage/ui';

/** A link to a page, or its text where the portal has no such page. */
export function PageLink(props: {
  href: string | undefined;
  children: ReactNode;
}) {
  return props.href ? (
    <Link href={props.href}>{props.children}</Link>
  ) : (
    <>{props.children}</>
  );
}
