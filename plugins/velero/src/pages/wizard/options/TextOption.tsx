import { TextField } from '@backstage/ui';
import { useWizard } from '../WizardContext';
import { OptionName, useFieldProps } from './useFieldProps';

/** Draft fields of a word. */
export type TextName =
  | 'itemOperationTimeout'
  | 'resourceModifier'
  | 'parallelFilesDownload';

/** A word. */
export function TextOption(props: {
  name: TextName & OptionName;
  /** As in the spec. */
  field: string;
}) {
  const { draft, change } = useWizard();
  const fieldProps = useFieldProps();
  const { name, field } = props;
  return (
    <TextField
      {...fieldProps(name, field)}
      value={draft[name]}
      onChange={text => change({ [name]: text })}
    />
  );
}
