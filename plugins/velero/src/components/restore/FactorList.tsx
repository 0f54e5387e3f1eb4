import { Fragment } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ApprovalFactor,
  FactorProgress,
} from '@appgear/backstage-plugin-velero-common';
import { veleroTranslationRef } from '../../translation';
import { Status } from '../status';
import { useRuleNames } from './useRuleNames';
import styles from './restore.module.css';

/** Who must consent, and, of a filed request, who has. */
export function FactorList(props: {
  factors: readonly (ApprovalFactor | FactorProgress)[];
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  if (props.factors.length === 0) {
    return <Text as="p">{t('factor.none')}</Text>;
  }
  return (
    <ul className={styles.lines} aria-label={t('factor.title')}>
      {props.factors.map(factor => (
        <li key={factor.id}>
          <Factor factor={factor} />
        </li>
      ))}
    </ul>
  );
}

function Factor(props: { factor: ApprovalFactor | FactorProgress }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const nameRules = useRuleNames();
  const { workspace, count, groups, rules } = props.factor;
  return (
    <>
      <Text as="div">
        {workspace === undefined
          ? t('factor.members', { count })
          : t('factor.owners', { count, workspace })}{' '}
        <EntityRefs refs={groups} between={` ${t('factor.or')} `} />
      </Text>
      {'filledBy' in props.factor && <Progress factor={props.factor} />}
      {rules.length > 0 && (
        <Text as="div" variant="body-small" color="secondary">
          {t('factor.rules', { rules: nameRules(rules) })}
        </Text>
      )}
    </>
  );
}

function Progress({ factor }: { factor: FactorProgress }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const { filledBy, count } = factor;
  const missing = Math.max(0, count - filledBy.length);
  return (
    <>
      <Status tone={missing === 0 ? 'success' : 'info'}>
        {missing === 0
          ? t('factor.filled')
          : t('factor.missing', { count: missing })}
      </Status>
      {filledBy.length > 0 && (
        <Text as="div" variant="body-small">
          {t('factor.filledBy')} <EntityRefs refs={filledBy} between=", " />
        </Text>
      )}
    </>
  );
}

function EntityRefs(props: { refs: readonly string[]; between: string }) {
  return (
    <>
      {props.refs.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && props.between}
          <EntityRefLink entityRef={ref} />
        </Fragment>
      ))}
    </>
  );
}
