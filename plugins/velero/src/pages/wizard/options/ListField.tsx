import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { useWizard } from '../WizardContext';
import { OptionName, useFieldProps } from './useFieldProps';

/** Draft fields that hold names. */
export type ListName =
  | 'includedNamespaces'
  | 'excludedNamespaces'
  | 'includedResources'
  | 'excludedResources'
  | 'statusIncluded'
  | 'statusExcluded';

/** Names with commas between. What is typed stays as it was typed. */
export function ListField(props: {
  name: ListName & OptionName;
  /** As in the spec. */
  field: string;
}) {
  const { draft, change } = useWizard();
  const fieldProps = useFieldProps();
  const { name, field } = props;
  const [text, setText] = useState((draft[name] ?? []).join(', '));
  return (
    <TextField
      {...fieldProps(name, field)}
      value={text}
      onChange={typed => {
        setText(typed);
        change({ [name]: typed.split(/[\s,]+/).filter(Boolean) });
      }}
    />
  );
}
