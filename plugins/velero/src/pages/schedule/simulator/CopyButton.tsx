import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Status } from '../../../components/status';
import { veleroTranslationRef } from '../../../translation';

/** Puts a text into the clipboard, and says whether that worked. */
export function CopyButton(props: { text: string; children: string }) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>();
  const copy = async () => {
    try {
      // Browsers have no clipboard where the portal is not served securely.
      await navigator.clipboard.writeText(props.text);
      setOutcome('copied');
    } catch {
      setOutcome('notCopied');
    }
  };
  return (
    <>
      <Button variant="secondary" iconStart={<RiFileCopyLine />} onPress={copy}>
        {props.children}
      </Button>
      <span role="status">
        {outcome && (
          <Status
            tone={outcome === 'copied' ? 'success' : 'warning'}
            icon={outcome === 'copied' ? RiCheckLine : undefined}
          >
            {t(`patch.${outcome}`)}
          </Status>
        )}
      </span>
    </>
  );
}
