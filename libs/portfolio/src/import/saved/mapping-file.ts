import { BadInputError } from '@pilotage/platform';
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { saidBy, type SavedMapping, savedMapping } from './saved-mapping.js';

const MOST_CHARACTERS = 200_000;
const MOST_MISTAKES = 20;

export const mappingName = z
  .string()
  .trim()
  .min(1, 'Give the mapping a name.')
  .max(200, 'Give the mapping a name of at most 200 characters.');

/** A mapping as a file of its own, to be kept beside the register or handed on. */
const mappingFile = z.strictObject({
  format: z.literal('pilotage-import-mapping', { error: 'must be pilotage-import-mapping' }),
  /** Of this form of file, not of the mapping. */
  version: z.literal(1, { error: 'must be 1' }),
  name: mappingName,
  mapping: savedMapping,
});

export interface NamedMapping {
  readonly name: string;
  readonly mapping: SavedMapping;
}

/** YAML that every YAML reader reads alike; what says nothing is left out. */
export function toYaml({ name, mapping }: NamedMapping): string {
  return stringify(
    { format: 'pilotage-import-mapping', version: 1, name, mapping: saidBy(mapping) },
    { version: '1.1', lineWidth: 120 },
  );
}

/** @throws BadInputError (path `yaml`) with the mistakes of the file, each with its place */
export function fromYaml(yaml: string): NamedMapping {
  if (yaml.length > MOST_CHARACTERS) throw refused([`It has more than ${MOST_CHARACTERS} characters.`]);
  const document = parseDocument(yaml, { version: '1.1' });
  if (document.errors.length > 0) throw refused(document.errors.map(({ message }) => message));
  const parsed = mappingFile.safeParse(contentOf(document));
  if (parsed.success) return { name: parsed.data.name, mapping: parsed.data.mapping };
  throw refused(parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`));
}

function contentOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw refused([(error as Error).message]);
  }
}

const refused = (mistakes: readonly string[]): BadInputError =>
  new BadInputError(
    ['The file is no mapping.', ...mistakes.slice(0, MOST_MISTAKES)].join('\n'),
    ['yaml'],
    'MAPPING_INVALID',
  );
