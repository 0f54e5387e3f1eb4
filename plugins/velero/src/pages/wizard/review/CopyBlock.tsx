import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { veleroTranslationRef } from '../../../translation';
import styles from '../wizard.module.css';

/** A text for a machine, with a button that copies it. */
export function CopyBlock(props: { label: string; text: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [copied, setCopied] = useState<string>();
  const { label, text } = props;
  const isCopied = copied === text;
  return (
    <div className={styles.column}>
      <Flex align="center" justify="between" gap="3">
        <Text as="div" weight="bold">
          {label}
        </Text>
        <Button
          size="small"
          variant="secondary"
          iconStart={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
          aria-label={`${
            isCopied ? t('wizard.copied') : t('wizard.copy')
          }: ${label}`}
          onPress={async () => {
            await navigator.clipboard.writeText(text);
            setCopied(text);
          }}
        >
          {isCopied ? t('wizard.copied') : t('wizard.copy')}
        </Button>
      </Flex>
      <pre
        // Scrolls, so the keyboard has to reach it.
        tabIndex={0} // eslint-disable-line jsx-a11y/no-noninteractive-tabindex
        role="region"
        aria-label={label}
        className={styles.code}
        translate="no"
      >
        {text}
      </pre>
    </div>
  );
}
