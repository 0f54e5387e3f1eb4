import { Box, Text } from '@backstage/ui';

/** One line in place of a small table's rows. */
export function NothingHere(props: { children: string }) {
  return (
    <Box p="3">
      <Text as="p" variant="body-medium" color="secondary">
        {props.children}
      </Text>
    </Box>
  );
}
