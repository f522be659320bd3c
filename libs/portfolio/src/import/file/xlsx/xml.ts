import sax from 'sax';
import { refused } from '../refused.js';
import { brokenWorkbook } from './workbook-errors.js';

export interface XmlTag {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  open?(tag: XmlTag): void;
  /** May come in pieces. */
  text?(text: string): void;
  close?(name: string): void;
}

/** What no workbook comes near; keeps hostile ones from filling the memory. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 200;

/**
 * Goes through XML piece by piece and yields what the handlers emit. No document type is accepted, so that no entity is
 * defined, expanded or fetched. A reader that has enough may stop early.
 *
 * @throws BadInputError when it is not well-formed; what the handlers throw
 */
export async function* readXml<T>(
  bytes: AsyncIterable<Buffer>,
  handlersOf: (emit: (item: T) => void) => XmlHandlers,
): AsyncGenerator<T> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const textOf = (chunk: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: true });
    } catch {
      throw brokenWorkbook();
    }
  };
  const items: T[] = [];
  const parser = parserOf(handlersOf((item) => items.push(item)));
  for await (const chunk of bytes) {
    parser.write(textOf(chunk));
    yield* items.splice(0);
  }
  parser.close();
  yield* items;
}

function parserOf(handlers: XmlHandlers): sax.SAXParser {
  const parser = sax.parser(true);
  let depth = 0;
  let attributes = 0;
  parser.onerror = () => {
    throw brokenWorkbook();
  };
  parser.ondoctype = () => {
    throw refused(
      'The workbook defines entities of its own, which no spreadsheet does. Open it, save it as .xlsx once more, and choose that file.',
      'WORKBOOK_BROKEN',
    );
  };
  parser.onopentagstart = () => {
    attributes = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw brokenWorkbook();
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) throw brokenWorkbook();
  };
  parser.onopentag = (tag) =>
    handlers.open?.({
      name: localName(tag.name),
      attributes: tag.attributes as Record<string, string>,
    });
  parser.ontext = parser.oncdata = (text) => handlers.text?.(text);
  parser.onclosetag = (name) => {
    depth -= 1;
    handlers.close?.(localName(name));
  };
  return parser;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute whose prefix depends on who wrote the file, such as `r:id`. */
export const attributeEnding = ({ attributes }: XmlTag, ending: string): string | undefined =>
  Object.entries(attributes).find(([name]) => name.endsWith(ending))?.[1];
