import type { EnumOf } from '../graphql/graphql.js';
import { i18n } from '../i18n.js';

export type AiKind = EnumOf<'AiKind'>;

export const AI_KINDS = [
  'PREDICTIVE',
  'GENERATIVE',
  'VISION',
  'LANGUAGE',
  'AGENT',
  'OPTIMISATION',
  'OTHER',
  'UNKNOWN',
] as const satisfies AiKind[];

/** What an initiative's AI does, in the words of pages. */
export function aiKindLabel(kind: AiKind): string {
  switch (kind) {
    case 'PREDICTIVE':
      return i18n._('Prediction');
    case 'GENERATIVE':
      return i18n._('Generative');
    case 'VISION':
      return i18n._('Vision');
    case 'LANGUAGE':
      return i18n._('Language');
    case 'AGENT':
      return i18n._('Agent');
    case 'OPTIMISATION':
      return i18n._('Optimisation');
    case 'OTHER':
      return i18n._('Other');
    case 'UNKNOWN':
      return i18n._('Not known');
  }
}
