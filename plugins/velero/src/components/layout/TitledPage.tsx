import { ReactNode } from 'react';
import { Header } from '@backstage/ui';
import { HeadingLevel } from './headings';
import { PageBody } from './PageBody';

/** A page about one thing, with its name as title. */
export function TitledPage(props: { title: string; children: ReactNode }) {
  return (
    <>
      <Header title={props.title} />
      <HeadingLevel.Provider value={3}>
        <PageBody>{props.children}</PageBody>
      </HeadingLevel.Provider>
    </>
  );
}
