import type { EnumOf } from '../graphql/graphql.js';
import { i18n } from '../i18n.js';

export type Role = EnumOf<'Role'>;

export const roles = [
  'ADMIN',
  'PORTFOLIO_MANAGER',
  'CONTRIBUTOR',
  'EXECUTIVE',
  'AUDITOR',
] as const satisfies Role[];

export function roleName(role: Role): string {
  switch (role) {
    case 'ADMIN':
      return i18n._('Administrator');
    case 'PORTFOLIO_MANAGER':
      return i18n._('Portfolio manager');
    case 'CONTRIBUTOR':
      return i18n._('Contributor');
    case 'EXECUTIVE':
      return i18n._('Executive');
    case 'AUDITOR':
      return i18n._('Auditor');
  }
}

/** One sentence for the picker. */
export function roleMeaning(role: Role): string {
  switch (role) {
    case 'ADMIN':
      return i18n._('Does everything, including people and settings.');
    case 'PORTFOLIO_MANAGER':
      return i18n._('Keeps the portfolio, runs imports and requests reports.');
    case 'CONTRIBUTOR':
      return i18n._('Answers and confirms for the initiatives that are theirs.');
    case 'EXECUTIVE':
      return i18n._('Reads the portfolio and its reports.');
    case 'AUDITOR':
      return i18n._('Reads everything, down to the rows behind a figure.');
  }
}
