import { Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RestoreRequestDetail } from '@appgear/backstage-plugin-velero-common';
import {
  Fact,
  FactList,
  NameList,
  PageLink,
  Section,
} from '../../components/layout';
import { useRuleNames } from '../../components/restore';
import { useLinks } from '../../routing/useLinks';
import { Timestamp } from '../../time';
import { veleroTranslationRef } from '../../translation';

/** What else there is to know of a request. */
export function RequestFacts(props: { request: RestoreRequestDetail }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const links = useLinks();
  const nameRules = useRuleNames();
  const { request } = props;
  const { cluster, backup: name, supersedes, ticketUrl } = request;
  const moment = (label: string, at: string | undefined): Fact[] =>
    at ? [{ label, value: <Timestamp at={at} show="both" /> }] : [];

  const facts: Fact[] = [
    {
      label: t('request.evidence'),
      value: <PageLink href={links.backup({ cluster, name })}>{name}</PageLink>,
    },
    { label: t('cluster.name'), value: cluster },
    {
      label: t('audit.workspaces'),
      value: <NameList names={request.workspaces} getHref={links.workspace} />,
    },
    ...(ticketUrl
      ? [
          {
            label: t('request.ticket'),
            value: <Link href={ticketUrl}>{ticketUrl}</Link>,
          },
        ]
      : []),
    ...(supersedes
      ? [
          {
            label: t('request.supersedes'),
            value: (
              <PageLink href={links.restoreRequest(supersedes)}>
                {supersedes}
              </PageLink>
            ),
          },
        ]
      : []),
    { label: t('request.rules'), value: nameRules(request.rules) },
    ...moment(t('request.filedAt'), request.filedAt),
    ...moment(t('request.approveBefore'), request.approveBefore),
    ...moment(t('request.approvedAt'), request.approvedAt),
    ...moment(t('request.notBefore'), request.notBefore),
    ...moment(t('request.executeBefore'), request.executeBefore),
    ...moment(t('request.startedAt'), request.startedAt),
    ...moment(t('request.endedAt'), request.endedAt),
    { label: t('request.id'), value: request.id },
  ];
  return (
    <Section title={t('request.facts')}>
      <FactList facts={facts} />
    </Section>
  );
}
