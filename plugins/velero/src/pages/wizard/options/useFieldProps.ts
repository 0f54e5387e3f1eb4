import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import en from '../../../translation/en';
import { useProblemOf } from '../useProblemText';

type HintKey = Extract<keyof typeof en, `wizard.option.${string}.hint`>;

/** Fields of the options step, by the names of their words. */
export type OptionName = HintKey extends `wizard.option.${infer Name}.hint`
  ? Name
  : never;

/** What all fields have: words first, the name in the spec second, what is wrong below. */
export function useFieldProps() {
  const { t } = useTranslationRef(veleroTranslationRef);
  const problemOf = useProblemOf();
  return (option: OptionName, ...fields: string[]) => {
    const problem = problemOf(...fields);
    return {
      label: t(`wizard.option.${option}`),
      secondaryLabel: fields[0],
      description: t(`wizard.option.${option}.hint`),
      // Without `isInvalid`, which would hide the words of `validate`.
      validationBehavior: 'aria' as const,
      validate: () => problem,
    };
  };
}
