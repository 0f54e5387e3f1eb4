import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Say, veleroTranslationRef } from '../../translation';
import { DraftProblem } from './draft';
import { useWizard } from './WizardContext';

/** Says a problem in the reader's language, with how to mend it. */
export function useProblemText(): (problem: DraftProblem) => string {
  const { t } = useTranslationRef(veleroTranslationRef);
  return problem => problemText(problem, t);
}

/**
 * What is wrong with a field, for its validation; null when nothing is, or
 * when it is only empty and nobody has tried to go on yet.
 *
 * @param fields - as the draft's problems name them
 */
export function useProblemOf(): (...fields: string[]) => string | null {
  const { problems, isTried } = useWizard();
  const { t } = useTranslationRef(veleroTranslationRef);
  return (...fields) => {
    const found = problems.find(
      ({ field, isMissing }) =>
        (isTried || !isMissing) &&
        fields.some(each => field === each || field.startsWith(`${each}.`)),
    );
    return found ? problemText(found, t) : null;
  };
}

function problemText({ code, field, detail }: DraftProblem, t: Say): string {
  const [, namespace] = field.split('.');
  switch (code) {
    case 'rename':
      return t('wizard.problem.rename', { field: namespace });
    case 'selector':
    case 'hooks':
      return t(`wizard.problem.${code}`, { detail });
    case 'neverRestored':
    case 'inBoth':
      return t(`wizard.problem.${code}`, { name: detail });
    case 'other':
      return t('wizard.problem.other', { field, detail });
    default:
      return t(`wizard.problem.${code}`);
  }
}
