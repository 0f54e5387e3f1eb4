import { ReactNode } from 'react';
import {
  RemixiconComponentType,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiInformationLine,
  RiRecordCircleLine,
} from '@remixicon/react';
import styles from './Status.module.css';

/** How much a state matters to the reader. */
export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

const ICONS: Record<Tone, RemixiconComponentType> = {
  success: RiCheckboxCircleLine,
  warning: RiErrorWarningLine,
  danger: RiCloseCircleLine,
  info: RiInformationLine,
  neutral: RiRecordCircleLine,
};

/** @see Status */
export interface StatusProps {
  tone: Tone;
  /** The tone's own, unless another says more. */
  icon?: RemixiconComponentType;
  /** The state in words: the colour never says it alone. */
  children: ReactNode;
}

/** A state, as an icon in its tone and words in the colour of text. */
export function Status(props: StatusProps) {
  const { tone, icon, children } = props;
  return (
    <span className={styles.status}>
      <StatusIcon tone={tone} icon={icon} />
      <span>{children}</span>
    </span>
  );
}

/** The icon alone, where the words stand elsewhere. */
export function StatusIcon(props: Omit<StatusProps, 'children'>) {
  const { tone, icon: Icon = ICONS[tone] } = props;
  return (
    <Icon
      aria-hidden
      data-tone={tone}
      className={`${styles.icon} ${styles[tone]}`}
    />
  );
}
