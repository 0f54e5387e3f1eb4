import { Text } from '@backstage/ui';
import type { Problem } from '@appgear/backstage-plugin-velero-common';
import { useProblemText } from '../../components/state';
import { Status } from '../../components/status';

/** What is wrong with a place, and what to do. */
export function ProblemNote(props: {
  tone: 'warning' | 'danger';
  problem: Problem;
}) {
  const { message, hint } = useProblemText()(props.problem);
  return (
    <div>
      <Status tone={props.tone}>{message}</Status>
      {hint && (
        <Text as="p" variant="body-small" color="secondary">
          {hint}
        </Text>
      )}
    </div>
  );
}
