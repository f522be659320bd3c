import { posix } from 'node:path';
import type { SheetName } from '../refused.js';
import { refused } from '../refused.js';
import { WORKBOOK_LIMITS } from '../limits.js';
import type { Archive } from './archive.js';
import { tooLarge } from './workbook-errors.js';
import { attributeEnding, readXml } from './xml.js';

export interface Sheet extends SheetName {
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days count from 1904 on, as on old Macs, not from 1900. */
  readonly is1904: boolean;
  /** Where its texts and formats are; null when it has none. */
  readonly textsPart: string | null;
  readonly stylesPart: string | null;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, such as `worksheet`. */
  readonly kind: string;
  readonly part: string;
}

/** @throws BadInputError for an archive that is no workbook */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = (await relationsOf(archive, '')).find(({ kind }) => kind === 'officeDocument')?.part;
  if (!main || !archive.has(main) || !/\.xml$/i.test(main)) throw noWorkbook();
  const relations = await relationsOf(archive, main);
  const worksheets = new Map(
    relations.filter(({ kind }) => kind === 'worksheet').map(({ id, part }) => [id, part]),
  );
  const sheets: Sheet[] = [];
  let is1904 = false;
  const found = readXml<Sheet>(archive.readSmall(main), (emit) => ({
    open(tag) {
      const { name, attributes } = tag;
      if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      // Sheets of one chart are no worksheets.
      const part = worksheets.get(attributeEnding(tag, ':id') ?? '');
      if (!part || !archive.has(part)) return;
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
      emit({ name: attributes['name'] ?? '', isHidden, part });
    },
  }));
  for await (const sheet of found) sheets.push(sheet);
  if (sheets.length === 0) throw noWorkbook();
  if (sheets.length > WORKBOOK_LIMITS.sheets) throw tooLarge(`has ${sheets.length} sheets`);
  const partOf = (kind: string): string | null =>
    relations.find((relation) => relation.kind === kind)?.part ?? null;
  return { sheets, is1904, textsPart: partOf('sharedStrings'), stylesPart: partOf('styles') };
}

async function relationsOf(archive: Archive, of: string): Promise<Relation[]> {
  const folder = posix.dirname(of);
  const part = posix.join(folder, '_rels', `${posix.basename(of)}.rels`);
  const relations: Relation[] = [];
  const found = readXml<Relation>(archive.readSmall(part), (emit) => ({
    open({ name, attributes: { Id, Type, Target, TargetMode } }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      emit({
        id: Id,
        kind: Type.slice(Type.lastIndexOf('/') + 1),
        part: posix.resolve('/', folder, Target).slice(1),
      });
    },
  }));
  for await (const relation of found) relations.push(relation);
  return relations;
}

const noWorkbook = (): Error =>
  refused(
    'The file is an archive, but no workbook that can be read. Save the table as .xlsx or CSV and choose that file.',
    'NOT_A_WORKBOOK',
  );
