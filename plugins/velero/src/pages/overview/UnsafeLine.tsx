import type { ProtectionOverview } from '@appgear/backstage-plugin-velero-common';
import { PageLink } from '../../components/layout';
import { ReasonItem, useReasonText } from '../../components/protection';
import { VerdictStatus } from '../../components/status';
import { useLinks } from '../../routing/useLinks';
import styles from './Attention.module.css';

/** A workspace that is not safe: its verdict, and the worst reason. */
export function UnsafeLine(props: {
  item: ProtectionOverview['unsafe'][number];
}) {
  const links = useLinks();
  const say = useReasonText();
  const { workspace, title, protection } = props.item;
  const [reason] = protection.reasons;
  return (
    <>
      <div className={styles.headline}>
        <PageLink href={links.workspace(workspace)}>{title}</PageLink>
        <VerdictStatus verdict={protection.verdict} />
      </div>
      {reason && (
        <div className={styles.reason}>
          <ReasonItem reason={reason}>{say(reason)}</ReasonItem>
        </div>
      )}
    </>
  );
}
