import { useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ComplianceSpan, veleroApiRef } from '../../api';
import { useFailureText } from '../../components/state';
import { veleroTranslationRef } from '../../translation';
import { saveFile } from '../../files/saveFile';
import { Days } from './reportSpan';

const FORMATS = ['csv', 'json'] as const;

/** The report as a file, by the backend, with the reader's rights. */
export function SaveReport(props: {
  span: ComplianceSpan;
  days: Days;
  tenant: string | undefined;
}) {
  const { t } = useTranslationRef(veleroTranslationRef);
  const failureText = useFailureText();
  const api = useApi(veleroApiRef);
  const [error, setError] = useState<Error>();
  const { span, days, tenant } = props;

  const save = async (format: (typeof FORMATS)[number]) => {
    setError(undefined);
    try {
      const file = await api.downloadCompliance({ ...span, tenant }, format);
      saveFile(file, `protection-${days.from}-${days.to}.${format}`);
    } catch (failure) {
      setError(failure as Error);
    }
  };
  return (
    <>
      {FORMATS.map(format => (
        <Button
          key={format}
          variant="secondary"
          iconStart={<RiDownloadLine />}
          onPress={() => save(format)}
        >
          {t(`compliance.${format}`)}
        </Button>
      ))}
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('compliance.notSaved')}
          description={failureText(error)}
        />
      )}
    </>
  );
}
