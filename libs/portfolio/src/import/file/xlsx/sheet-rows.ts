import { cellTooLong, type FileRow, isFilled } from '../file-row.js';
import { IMPORT_LIMITS } from '../limits.js';
import { refused } from '../refused.js';
import {
  booleanText,
  type CellType,
  dateText,
  decodeEscapes,
  numberText,
  uncalculated,
} from './cell-text.js';
import type { ShownDate } from './number-format.js';
import { brokenWorkbook } from './workbook-errors.js';
import { readXml, type XmlHandlers, type XmlTag } from './xml.js';

const MAX_ROW = 1_048_576;

/** What cells refer to. */
export interface CellSetting {
  readonly texts: readonly string[];
  readonly dateStyles: readonly (ShownDate | null)[];
  readonly is1904: boolean;
}

/** The rows of a sheet that have something in them; empty cells after the last filled one are left out. */
export const readSheetRows = (bytes: AsyncIterable<Buffer>, setting: CellSetting): AsyncGenerator<FileRow> =>
  readXml<FileRow>(bytes, (emit) => new SheetReader(setting, emit).handlers);

class SheetReader {
  private rowNumber = 0;
  private cells: string[] = [];
  private characters = 0;
  private column = -1;
  private type: CellType;
  private style = 0;
  private value = '';
  private isCell = false;
  private isValue = false;
  private isReading = false;
  private hasFormula = false;

  constructor(
    private readonly setting: CellSetting,
    private readonly emit: (row: FileRow) => void,
  ) {}

  readonly handlers: XmlHandlers = {
    open: (tag) => {
      if (tag.name === 'row') this.openRow(tag);
      else if (tag.name === 'c') this.openCell(tag);
      else if (tag.name === 'f') this.hasFormula = true;
      else if (tag.name === 'rPh') this.isReading = true;
      else if (tag.name === 'v' || tag.name === 't') this.isValue = this.isCell && !this.isReading;
    },
    text: (text) => {
      if (!this.isValue) return;
      this.value += text;
      if (this.value.length > IMPORT_LIMITS.cellCharacters) throw cellTooLong(this.rowNumber, this.column);
    },
    close: (name) => {
      if (name === 'v' || name === 't') this.isValue = false;
      else if (name === 'rPh') this.isReading = false;
      else if (name === 'c') this.closeCell();
      else if (name === 'row' && this.cells.length > 0)
        this.emit({ rowNumber: this.rowNumber, cells: this.cells });
    },
  };

  private openRow({ attributes: { r } }: XmlTag): void {
    const rowNumber = r === undefined ? this.rowNumber + 1 : Number(r);
    if (!Number.isInteger(rowNumber) || rowNumber <= this.rowNumber || rowNumber > MAX_ROW)
      throw brokenWorkbook();
    this.rowNumber = rowNumber;
    this.cells = [];
    this.characters = 0;
    this.column = -1;
  }

  private openCell({ attributes: { r, t, s } }: XmlTag): void {
    const column = r === undefined ? this.column + 1 : columnOf(r);
    if (column <= this.column) throw brokenWorkbook();
    this.column = column;
    this.type = t;
    this.style = Number(s ?? 0);
    this.value = '';
    this.hasFormula = false;
    this.isCell = true;
  }

  private closeCell(): void {
    this.isCell = false;
    const text = this.text();
    if (!isFilled(text)) return;
    if (this.column >= IMPORT_LIMITS.columns)
      throw refused(
        `Row ${this.rowNumber} has something in column ${this.column + 1}; an import may have ${IMPORT_LIMITS.columns} columns. Leave out columns that are not needed.`,
        'TOO_MANY_COLUMNS',
      );
    this.characters += text.length;
    if (this.characters > IMPORT_LIMITS.rowCharacters) throw cellTooLong(this.rowNumber, this.column);
    while (this.cells.length < this.column) this.cells.push('');
    this.cells.push(text);
  }

  private text(): string {
    const { texts, dateStyles, is1904 } = this.setting;
    if (this.value === '') return uncalculated(this.hasFormula);
    switch (this.type) {
      case 's': {
        const text = texts[Number(this.value)];
        if (text === undefined) throw brokenWorkbook();
        return text;
      }
      case 'b':
        return booleanText(this.value);
      case 'd':
        return this.value.slice(0, 10);
      case 'e':
      case 'str':
      case 'inlineStr':
        return decodeEscapes(this.value);
      default: {
        const shown = dateStyles[this.style] ?? null;
        return shown === null ? numberText(this.value) : dateText(this.value, shown, is1904);
      }
    }
  }
}

/** From 0, by the letters of an address such as AB12. */
function columnOf(address: string): number {
  const letters = /^([A-Z]{1,3})[0-9]*$/.exec(address)?.[1];
  if (!letters) throw brokenWorkbook();
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
