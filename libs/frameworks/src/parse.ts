import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type Framework, type ReadinessFramework } from './framework.js';
import { questionnaireSchema, readinessSchema } from './schema.js';

/** Every mistake of a framework file at once, so that its author fixes them in one go. */
export class FrameworkFileError extends Error {
  override readonly name = 'FrameworkFileError';

  constructor(
    fileName: string,
    readonly mistakes: readonly string[],
  ) {
    super([`${fileName} is not a valid framework:`, ...mistakes].join('\n- '));
  }
}

/** A loosely read file, for the mistakes between entries; what is wrong inside an entry is the schema's to report. */
const looseEntries = z.array(z.record(z.string(), z.unknown()).catch({})).catch([]);
const outline = z.object({ kind: z.unknown().optional(), dimensions: looseEntries, questions: looseEntries });

/**
 * Reads a framework file into a frozen framework; throws FrameworkFileError with every mistake.
 * It is read as YAML 1.1, the stricter reading: what passes means the same to every YAML reader.
 */
export function parseFramework(fileName: string, source: string): Framework {
  const document = parseDocument(source, { version: '1.1' });
  if (document.errors.length > 0) {
    throw new FrameworkFileError(
      fileName,
      document.errors.map(({ message }) => message),
    );
  }
  const content: unknown = document.toJS();
  const isQuestionnaire = outline.safeParse(content).data?.kind === 'QUESTIONNAIRE';
  const parsed = (isQuestionnaire ? questionnaireSchema : readinessSchema).safeParse(content);
  const mistakes = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`),
    ...referenceMistakes(content),
  ];
  if (!parsed.success || mistakes.length > 0) throw new FrameworkFileError(fileName, mistakes);
  return deepFreeze(parsed.data);
}

/** As `parseFramework`, for a file that holds what readiness is judged by. */
export function parseReadiness(fileName: string, source: string): ReadinessFramework {
  const framework = parseFramework(fileName, source);
  if (framework.kind === 'READINESS') return framework;
  throw new FrameworkFileError(fileName, ['kind: must be READINESS']);
}

/** What the entries get wrong about each other. */
function referenceMistakes(content: unknown): string[] {
  const { data } = outline.safeParse(content);
  if (!data) return [];
  const { dimensions, questions } = data;
  const keys = dimensions.map(({ key }) => key);
  const weight = dimensions.reduce((sum, dimension) => sum + Number(dimension.weight), 0);
  return [
    ...duplicates(keys).map((key) => `dimensions: ${key} occurs twice`),
    ...duplicates(questions.map(({ key }) => key)).map((key) => `questions: ${key} occurs twice`),
    ...(weight === 100 ? [] : [`dimensions: weights add up to ${weight}, not 100`]),
    ...questions
      .filter(({ dimension }) => !keys.includes(dimension))
      .map(({ key, dimension }) => `questions: ${key} names an unknown dimension, ${dimension}`),
    ...keys
      .filter((key) => !questions.some(({ dimension }) => dimension === key))
      .map((key) => `dimensions: ${key} has no question`),
  ];
}

function duplicates(keys: readonly unknown[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))].map(String);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
