import { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PageLink } from '../../components/layout';
import { veleroTranslationRef } from '../../translation';

/** A number, what it counts, and its parts. */
export function FigureCard(props: {
  title: string;
  value: number;
  href: string | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="body-medium" color="secondary">
          <PageLink href={props.href}>{props.title}</PageLink>
        </Text>
        <Text as="div" variant="title-medium" weight="bold">
          {t('number', { value: props.value })}
        </Text>
      </CardHeader>
      <CardBody>{props.children}</CardBody>
    </Card>
  );
}
