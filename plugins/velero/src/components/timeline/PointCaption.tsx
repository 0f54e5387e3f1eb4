import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { PageLink } from '../layout';
import { GradeStatus } from '../status';
import type { TimelinePoint } from './PointTimeline';
import styles from './PointTimeline.module.css';

/** The chosen point in words, leading to its page. */
export function PointCaption(props: { point: TimelinePoint }) {
  const links = useLinks();
  const { cluster, backup, takenAt, grade } = props.point;
  return (
    <p className={styles.caption}>
      <PageLink href={links.backup({ cluster, name: backup })}>
        {backup}
      </PageLink>
      <Timestamp at={takenAt} show="both" />
      <GradeStatus grade={grade} />
    </p>
  );
}
