import { roleName, roles, type Role } from '../../../../shared/session/role.js';

/** One line of the invitation form. */
export interface InvitationRow {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/**
 * Reads a pasted list: one person a line, as name, e-mail and role in any order, parted by comma, semicolon or tab;
 * "Ada Lovelace <ada@example.org>" as mail programs copy it works, too. Lines without an address are left out;
 * a missing or unknown role gives `otherwise`.
 */
export function parseInvitations(text: string, otherwise: Role): InvitationRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => parseLine(line, otherwise))
    .filter((row) => row !== null);
}

function parseLine(line: string, otherwise: Role): InvitationRow | null {
  const cells = line
    .replace(/<([^<>\s]+@[^<>\s]+)>/, ';$1')
    .split(/[,;\t]/)
    .map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .trim(),
    )
    .filter(Boolean);
  const email = cells.find((cell) => cell.includes('@'));
  if (!email) return null;
  const others = cells.filter((cell) => cell !== email);
  const role = others.map(readRole).find((found) => found !== null) ?? null;
  const name = others.filter((cell) => readRole(cell) === null).join(' ');
  return { name: name || nameFrom(email), email, role: role ?? otherwise };
}

function readRole(cell: string): Role | null {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const wanted = plain(cell);
  if (wanted === 'admin') return 'ADMIN';
  return roles.find((role) => plain(role) === wanted || plain(roleName(role)) === wanted) ?? null;
}

/** "ada.lovelace@example.org" is most likely Ada Lovelace; the form lets one correct it. */
function nameFrom(email: string): string {
  const [local = ''] = email.split('@');
  return local
    .split(/[._-]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
