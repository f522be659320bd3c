import { readXml } from './xml.js';

/** How exactly a cell shows its date. */
export type ShownDate = 'DAY' | 'MONTH' | 'YEAR';

/** Formats that every workbook has without defining them: days, and the months of 17. */
const BUILT_IN: ReadonlyMap<number, ShownDate> = new Map([
  ...[14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id): [number, ShownDate] => [id, 'DAY'],
  ),
  [17, 'MONTH'],
]);

/** What the format shows of a date; null when it shows a number, or a time of day only. */
export function shownDate(format: string): ShownDate | null {
  const letters = format
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]|AM\/PM|A\/P/gi, '')
    .toLowerCase();
  if (letters.includes('d')) return 'DAY';
  const hasMonth = letters.includes('m');
  if (letters.includes('y')) return hasMonth ? 'MONTH' : 'YEAR';
  return hasMonth && !/[hs]/.test(letters) ? 'MONTH' : null;
}

/** For each style of cells, by position, how it shows a date. */
export async function readDateStyles(bytes: AsyncIterable<Buffer>): Promise<(ShownDate | null)[]> {
  const styles: (ShownDate | null)[] = [];
  const defined = new Map<number, ShownDate | null>();
  const found = readXml<number>(bytes, (emit) => {
    let isOfCells = false;
    return {
      open({ name, attributes }) {
        if (name === 'numFmt')
          defined.set(Number(attributes['numFmtId']), shownDate(attributes['formatCode'] ?? ''));
        else if (name === 'cellXfs') isOfCells = true;
        else if (name === 'xf' && isOfCells) emit(Number(attributes['numFmtId'] ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') isOfCells = false;
      },
    };
  });
  for await (const id of found) styles.push(defined.get(id) ?? BUILT_IN.get(id) ?? null);
  return styles;
}
