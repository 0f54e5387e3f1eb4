import { Flex, Text } from '@backstage/ui';
import type { ScheduleSummary } from '@appgear/backstage-plugin-velero-common';
import { useScheduleReasonText } from '../../components/protection';
import { ScheduleConditionStatus } from '../../components/status';

/** How a schedule fares, and why. */
export function ConditionWithReason(props: { schedule: ScheduleSummary }) {
  const say = useScheduleReasonText();
  const { condition, reason, cluster } = props.schedule;
  return (
    <Flex direction="column" gap="1">
      <ScheduleConditionStatus condition={condition} />
      {reason && (
        <Text as="div" variant="body-small" color="secondary">
          {say(reason, cluster)}
        </Text>
      )}
    </Flex>
  );
}
