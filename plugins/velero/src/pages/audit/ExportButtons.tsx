import { useState } from 'react';
import { Alert, Button, Flex } from '@backstage/ui';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditExportQuery } from '@appgear/backstage-plugin-velero-common';
import { restoresApiRef } from '../../api';
import { useFailureText } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { saveFile } from '../../files/saveFile';

const FORMATS = ['jsonl', 'csv'] as const;

/** What is filtered, as a file in either format. */
export function ExportButtons(props: {
  filter: Omit<AuditExportQuery, 'format'>;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const api = useApi(restoresApiRef);
  const [busy, setBusy] = useState<string>();
  const [error, setError] = useState<Error>();

  const onExport = async (format: (typeof FORMATS)[number]) => {
    setBusy(format);
    setError(undefined);
    try {
      const file = await api.exportAudit({ ...props.filter, format });
      saveFile(file, `velero-audit.${format}`);
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {FORMATS.map(format => (
          <Button
            key={format}
            size="small"
            variant="secondary"
            loading={busy === format}
            onPress={() => onExport(format)}
          >
            {t(`audit.export.${format}`)}
          </Button>
        ))}
      </Flex>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('audit.export.failed')}
          description={failureText(error)}
        />
      )}
    </Flex>
  );
}
