export const ROLES = ['ADMIN', 'PORTFOLIO_MANAGER', 'CONTRIBUTOR', 'EXECUTIVE', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'portfolio.read',
  'portfolio.write',
  'initiative.contribute',
  'assessment.answer',
  'import.run',
  'report.read',
  'report.request',
  'unit.manage',
  'member.manage',
  'settings.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Who may do what: the one place. `initiative.contribute` covers what is the member's own (owner, sponsor, or in a
 * unit of theirs); whether a given initiative is, the portfolio library decides.
 */
const GRANTED: Record<Role, readonly Permission[]> = {
  ADMIN: PERMISSIONS,
  PORTFOLIO_MANAGER: PERMISSIONS.filter(
    (permission) => permission !== 'member.manage' && permission !== 'settings.manage',
  ),
  CONTRIBUTOR: ['portfolio.read', 'initiative.contribute', 'assessment.answer'],
  EXECUTIVE: ['portfolio.read', 'report.read'],
  AUDITOR: ['portfolio.read', 'report.read'],
};

export function can(role: Role, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}

/** All that a role may do, in the order of `PERMISSIONS`. */
export function permissionsOf(role: Role): readonly Permission[] {
  return PERMISSIONS.filter((permission) => can(role, permission));
}
