import { BadInputError } from '@pilotage/platform';

/** A file that cannot be imported: `message` says what is wrong with it and what to do. */
export const refused = (message: string, reason: string): BadInputError =>
  new BadInputError(message, ['file'], reason);

export interface SheetName {
  readonly name: string;
  readonly isHidden: boolean;
}

/** Several sheets of a workbook hold data: only people know which is meant. */
export class SheetChoiceError extends BadInputError {
  constructor(
    message: string,
    /** In their order in the workbook, hidden ones last. */
    readonly sheets: readonly SheetName[],
  ) {
    super(message, ['sheet'], 'SHEET_CHOICE');
  }
}
