/** What one import may hold. Each limit is named in the error that it causes. */
export const IMPORT_LIMITS = {
  megabytes: 50,
  rows: 200_000,
  columns: 250,
  cellCharacters: 100_000,
  /** Keeps a quote that is never closed from swallowing the file. */
  rowCharacters: 2_000_000,
  /** Of all cells: a workbook can name one long text in millions of cells. */
  characters: 300_000_000,
} as const;

/** What a workbook may hold beyond that: it is compressed, and a small file can become a huge one. */
export const WORKBOOK_LIMITS = {
  /** Files within it. */
  parts: 2_000,
  unpackedMegabytes: 1_000,
  /** How many times its size a part may grow; what people write grows 10 to 40 times, a bomb 1,000 times. */
  growth: 200,
  /** Of a part that is read as a whole: names, relations, formats. */
  smallPartMegabytes: 10,
  sheets: 500,
  /** Texts are kept once for all cells, in memory, while the sheet is read. */
  sharedTexts: 4_000_000,
  sharedCharacters: 64_000_000,
} as const;
