import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastProblem } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import { downloadFindings } from './download-findings.js';

interface FindingsDownloadProps {
  readonly source: Import;
  readonly hasSkipped: boolean;
}

/** The rows in which something was found, to be mended in a spreadsheet and uploaded again. */
export function FindingsDownload({ source, hasSkipped }: FindingsDownloadProps) {
  const { slug } = useTenant();
  const [isBusy, setBusy] = useState(false);
  const download = async (kind: 'skipped' | null) => {
    setBusy(true);
    const problem = await downloadFindings(source, slug, kind);
    setBusy(false);
    if (problem) toastProblem(problem);
  };
  return (
    <Group gap="xs" mb="sm">
      <Button variant="default" disabled={isBusy} onClick={() => void download(null)}>
        {i18n._('Download findings')}
      </Button>
      {hasSkipped && (
        <Button variant="default" disabled={isBusy} onClick={() => void download('skipped')}>
          {i18n._('Download skipped rows')}
        </Button>
      )}
    </Group>
  );
}
