import { ReactNode } from 'react';
import { Container } from '@backstage/ui';
import styles from './layout.module.css';

/** The content of a page below its header: sections under each other. */
export function PageBody(props: { children: ReactNode }) {
  return (
    <Container>
      <div className={styles.stack}>{props.children}</div>
    </Container>
  );
}
