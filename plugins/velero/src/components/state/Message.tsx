import { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { RemixiconComponentType } from '@remixicon/react';
import styles from './Message.module.css';

/** @see Message */
export interface MessageProps {
  icon: RemixiconComponentType;
  title: string;
  /** Why, and what to do about it. */
  children?: ReactNode;
  action?: ReactNode;
  /** `alert` is read out at once; for failures. */
  role?: 'alert' | 'status';
}

/** What stands where content would, when there is none. */
export function Message(props: MessageProps) {
  const { icon: Icon } = props;
  return (
    <div className={styles.message} role={props.role}>
      <Icon aria-hidden size={32} className={styles.icon} />
      <Text as="p" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.children && (
        <Text as="p" variant="body-medium" color="secondary">
          {props.children}
        </Text>
      )}
      {props.action}
    </div>
  );
}
