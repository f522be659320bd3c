import { WORKBOOK_LIMITS } from '../limits.js';
import { decodeEscapes } from './cell-text.js';
import { tooLarge } from './workbook-errors.js';
import { readXml } from './xml.js';

/** The texts of a workbook, which cells name by position. Their formats and readings (furigana) are left out. */
export async function readSharedTexts(bytes: AsyncIterable<Buffer>): Promise<string[]> {
  const { sharedTexts, sharedCharacters } = WORKBOOK_LIMITS;
  const texts: string[] = [];
  let characters = 0;
  const found = readXml<string>(bytes, (emit) => {
    let text = '';
    let isText = false;
    let isReading = false;
    return {
      open({ name }) {
        if (name === 'si') text = '';
        else if (name === 'rPh') isReading = true;
        else if (name === 't') isText = !isReading;
      },
      text(piece) {
        if (!isText) return;
        characters += piece.length;
        if (characters > sharedCharacters)
          throw tooLarge(`has more than ${sharedCharacters / 1_000_000} million characters of text`);
        text += piece;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') isReading = false;
        else if (name === 'si') emit(decodeEscapes(text));
      },
    };
  });
  for await (const text of found) {
    texts.push(text);
    if (texts.length > sharedTexts) throw tooLarge(`has more than ${sharedTexts} different texts`);
  }
  return texts;
}
