import { ReactNode } from 'react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFailureText } from '../components/state';
import { PluginRoot } from '../frame/PluginRoot';
import { VeleroQuery } from '../query';
import { veleroTranslationRef } from '../translation';

/** What a form tells each of its fields. */
export interface FormPart {
  idSchema: { $id: string };
  schema: { title?: string; description?: string };
  required?: boolean;
  disabled?: boolean;
  rawErrors?: string[];
}

export interface ChoiceFieldProps<T> {
  part: FormPart;
  query: VeleroQuery<T[]>;
  /** What identifies a choice, and what is searched besides its label. */
  keyOf: (choice: T) => string;
  labelOf: (choice: T) => string;
  /** Beside the label in the list, such as a verdict. */
  detailOf?: (choice: T) => ReactNode;
  /** Key of what is chosen. */
  chosen: string | undefined;
  onChoose: (choice: T | undefined) => void;
  /** Said when there is nothing to choose from. */
  nothing: string;
}

/** One of several, searched by typing; in a template's form. */
export function ChoiceField<T>(props: ChoiceFieldProps<T>) {
  const { part, query, keyOf, labelOf, detailOf, chosen } = props;
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const choices = query.data ?? [];
  const failed = query.error && !query.data;
  const helper = failed
    ? t('template.failed', { message: failureText(query.error!) })
    : part.rawErrors?.[0] ?? part.schema.description;
  return (
    <PluginRoot>
      <Autocomplete<T>
        id={part.idSchema.$id}
        disabled={part.disabled}
        options={choices}
        loading={query.isLoading}
        loadingText={t('template.loading')}
        noOptionsText={props.nothing}
        openText={t('template.open')}
        closeText={t('template.close')}
        clearText={t('template.clear')}
        value={choices.find(choice => keyOf(choice) === chosen) ?? null}
        onChange={(_, choice) => props.onChoose(choice ?? undefined)}
        getOptionLabel={labelOf}
        isOptionEqualToValue={(a, b) => keyOf(a) === keyOf(b)}
        renderOption={(attributes, choice) => (
          <li key={keyOf(choice)} {...withoutKey(attributes)}>
            <span style={{ flexGrow: 1 }}>{labelOf(choice)}</span>
            {detailOf?.(choice)}
          </li>
        )}
        renderInput={params => (
          <TextField
            {...params}
            label={part.schema.title}
            required={part.required}
            error={Boolean(failed) || Boolean(part.rawErrors?.length)}
            helperText={helper}
          />
        )}
      />
    </PluginRoot>
  );
}

/** Material UI puts its key, the label, among the attributes; labels may be equal. */
function withoutKey<T extends { key?: unknown }>(attributes: T) {
  const { key: _, ...rest } = attributes;
  return rest;
}
