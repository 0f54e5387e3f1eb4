import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { HeadingLevel } from './headings';
import { PageBody } from './PageBody';

/** A page about one thing, with its name as title. */
export function TitledPage(props: { title: string; children: ReactNode }) {
  return (
    <PageBody>
      <Text as="h2" variant="title-small" weight="bold">
        {props.title}
      </Text>
      <HeadingLevel.Provider value={3}>{props.children}</HeadingLevel.Provider>
    </PageBody>
  );
}
