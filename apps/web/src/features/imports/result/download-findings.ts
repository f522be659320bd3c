import type { Problem } from '../../../shared/graphql/problem.js';
import { i18n } from '../../../shared/i18n.js';
import { saveFile } from '../../../shared/ui/save-file.js';
import type { Import } from '../imports.graphql.js';

/**
 * Fetches the file and hands it to the browser. Not by a link, which cannot name the organisation. Returns what went
 * wrong, or null.
 */
export async function downloadFindings(
  { id, fileName }: Pick<Import, 'id' | 'fileName'>,
  tenantSlug: string,
  kind: 'skipped' | null,
): Promise<Problem | null> {
  const response = await fetch(`/imports/${id}/findings.csv${kind ? `?kind=${kind}` : ''}`, {
    headers: { 'x-tenant': tenantSlug },
  }).catch(() => null);
  if (!response?.ok) return notArrived();
  saveFile(
    await response.blob(),
    `${fileName.replace(/\.[^.]*$/, '')} ${kind ? 'skipped rows' : 'findings'}.csv`,
  );
  return null;
}

const notArrived = (): Problem => ({
  code: 'OFFLINE',
  message: i18n._('The file did not arrive. Check the connection and try again.'),
  requestId: null,
});
