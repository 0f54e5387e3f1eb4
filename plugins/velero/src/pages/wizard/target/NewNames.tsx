import { Alert, Button, TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Section } from '../../../components/layout';
import { veleroTranslationRef } from '../../../translation';
import { isPattern } from '../draft';
import { useNamespaceNames } from '../useNamespaceNames';
import { useProblemOf } from '../useProblemText';
import { useWizard } from '../WizardContext';
import styles from '../wizard.module.css';

const SUFFIX = '-restored';
/** Of a namespace's name: a DNS label (RFC 1123). */
const MOST_LETTERS = 63;

/** Another name for each namespace. */
export function NewNames(props: { isOptional: boolean }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { draft, change } = useWizard();
  const problemOf = useProblemOf();
  const known = useNamespaceNames() ?? [];
  const { renames, includedNamespaces: included = [] } = draft;
  const isOpen = included.length === 0 || included.some(isPattern);
  const unnamed = props.isOptional ? known : [];
  const names = isOpen ? unnamed : included;
  const rename = (part: Record<string, string>) =>
    change({ renames: { ...renames, ...part } });

  if (names.length === 0) {
    return <Alert status="info" icon title={t('wizard.rename.unknown')} />;
  }
  return (
    <Section
      title={t('wizard.rename')}
      description={props.isOptional ? t('wizard.rename.optional') : undefined}
      action={
        <Button
          size="small"
          variant="secondary"
          onPress={() =>
            rename(
              Object.fromEntries(names.map(name => [name, suffixed(name)])),
            )
          }
        >
          {t('wizard.rename.suffix')}
        </Button>
      }
    >
      <div className={styles.fields}>
        {names.map(name => {
          const problem = problemOf(`namespaceMapping.${name}`);
          return (
            <TextField
              key={name}
              label={t('wizard.rename.from', { namespace: name })}
              secondaryLabel="namespaceMapping"
              value={renames[name] ?? ''}
              onChange={to => rename({ [name]: to.trim() })}
              validationBehavior="aria"
              validate={() => problem}
            />
          );
        })}
      </div>
    </Section>
  );
}

function suffixed(name: string): string {
  return `${name.slice(0, MOST_LETTERS - SUFFIX.length)}${SUFFIX}`;
}
