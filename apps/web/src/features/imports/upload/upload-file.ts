import { randomKey } from '../../../shared/forms/idempotency-key.js';
import { i18n } from '../../../shared/i18n.js';

/** As the api has it; checked here so that nobody waits for an upload that will be refused. */
export const MAX_MEGABYTES = 50;

/** A sheet of a workbook that holds data. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
}

export type UploadOutcome =
  | { readonly kind: 'uploaded'; readonly importId: string }
  /** Several sheets hold data. */
  | { readonly kind: 'sheets'; readonly message: string; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'refused'; readonly message: string };

/** What is wrong with a file before it is sent; null when it can be sent. */
export function fileProblem({ name, size }: { readonly name: string; readonly size: number }): string | null {
  if (/\.xls$/i.test(name))
    return i18n._('{name} is a workbook of an old format. Save it as .xlsx and choose that file.', { name });
  if (size === 0) return i18n._('{name} is empty. Choose a file with a header row.', { name });
  if (size > MAX_MEGABYTES * 1024 * 1024)
    return i18n._(
      '{name} is larger than {megabytes} MB. Split it, or leave out columns that are not needed.',
      {
        name,
        megabytes: MAX_MEGABYTES,
      },
    );
  return null;
}

/** What tells one file of a disk from another, or from itself before it was put right. */
type FileOnDisk = Pick<File, 'name' | 'size' | 'lastModified'>;

export interface ChosenFile {
  readonly file: FileOnDisk;
  /** Which sheet of a workbook is meant, once somebody has said. */
  readonly sheet: string | null;
  readonly key: string;
}

/** A file with its idempotency key: chosen again, after its answer was lost, it has the key of before. */
export function chosen(file: FileOnDisk, sheet: string | null, before: ChosenFile | null): ChosenFile {
  const isSame =
    before?.sheet === sheet &&
    before.file.name === file.name &&
    before.file.size === file.size &&
    before.file.lastModified === file.lastModified;
  return { file, sheet, key: isSame ? before.key : randomKey() };
}

interface UploadOptions {
  readonly tenantSlug: string;
  readonly sheet: string | null;
  readonly idempotencyKey: string;
  /** 0 to 1: how much of it is sent. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file as the body of a request. Not by fetch, which tells nothing of how far an upload is. */
export function uploadFile(
  file: File,
  { tenantSlug, sheet, idempotencyKey, onProgress, signal }: UploadOptions,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/imports');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-tenant', tenantSlug);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    if (sheet !== null) request.setRequestHeader('x-sheet', encodeURIComponent(sheet));
    request.setRequestHeader('idempotency-key', idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(outcomeOf(request.status, request.responseText));
    request.onerror = () => resolve({ kind: 'refused', message: interrupted() });
    request.onabort = () => resolve({ kind: 'refused', message: i18n._('The upload was cancelled.') });
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** What the server says to an upload; exported for its spec. */
export function outcomeOf(status: number, body: string): UploadOutcome {
  const answer = parsed(body);
  if (status === 201 && typeof answer['id'] === 'string') return { kind: 'uploaded', importId: answer['id'] };
  const message = typeof answer['message'] === 'string' ? answer['message'] : '';
  if (answer['code'] === 'SHEET_CHOICE' && Array.isArray(answer['sheets']))
    return { kind: 'sheets', message, sheets: answer['sheets'] as Sheet[] };
  // What is wrong with the file, and under which id the log has a fault; anything else would be no help here.
  if ((status === 400 || status === 413 || answer['code'] === 'INTERNAL') && message)
    return { kind: 'refused', message };
  if (status === 401)
    return { kind: 'refused', message: i18n._('Your session has ended. Sign in again to go on.') };
  if (status === 403)
    return {
      kind: 'refused',
      message: i18n._('Your role does not allow this. Ask an administrator of the organisation.'),
    };
  return { kind: 'refused', message: interrupted() };
}

const interrupted = (): string => i18n._('The upload did not arrive. Check the connection and try again.');

function parsed(body: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  } catch {
    return {};
  }
}
