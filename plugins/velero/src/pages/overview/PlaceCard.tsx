import { Badge, Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** One of the places that the overview watches, with what kind of place it is. */
export function PlaceCard(props: {
  name: string;
  kind: string;
  children: ReactNode;
}) {
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="start" gap="2">
          <Text as="h3" variant="body-large" weight="bold">
            {props.name}
          </Text>
          <Badge>{props.kind}</Badge>
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="2">
          {props.children}
        </Flex>
      </CardBody>
    </Card>
  );
}
