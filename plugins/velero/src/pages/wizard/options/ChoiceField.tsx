import { Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import { Choice } from '../draft';
import { useWizard } from '../WizardContext';
import { OptionName, useFieldProps } from './useFieldProps';

const CHOICES: Choice[] = ['default', 'yes', 'no'];

/** Draft fields that are yes, no or left to Velero. */
export type ChoiceName =
  | 'restorePVs'
  | 'preserveNodePorts'
  | 'includeClusterResources'
  | 'writeSparseFiles';

/** Yes, no, or as Velero does by itself. */
export function ChoiceField(props: {
  name: ChoiceName & OptionName;
  /** As in the spec. */
  field: string;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const { label, secondaryLabel, description } = useFieldProps()(
    props.name,
    props.field,
  );
  return (
    <Select
      label={label}
      secondaryLabel={secondaryLabel}
      description={description}
      options={CHOICES.map(id => ({ id, label: t(`wizard.choice.${id}`) }))}
      value={draft[props.name]}
      onChange={value => change({ [props.name]: value as Choice })}
    />
  );
}
