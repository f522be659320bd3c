import { describe, expect, it } from '@jest/globals';
import { can, PERMISSIONS, permissionsOf, ROLES, type Permission, type Role } from './permissions.js';

/** Written out on purpose: a change of rights must show up here as a changed letter. */
const TABLE: Record<Permission, string> = {
  //                       admin, manager, contributor, executive, auditor
  'portfolio.read': /*        */ 'y y y y y',
  'portfolio.write': /*       */ 'y y - - -',
  'initiative.contribute': /* */ 'y y y - -',
  'assessment.answer': /*     */ 'y y y - -',
  'import.run': /*            */ 'y y - - -',
  'report.read': /*           */ 'y y - y y',
  'report.request': /*        */ 'y y - - -',
  'unit.manage': /*           */ 'y y - - -',
  'member.manage': /*         */ 'y - - - -',
  'settings.manage': /*       */ 'y - - - -',
};

const cells = PERMISSIONS.flatMap((permission) =>
  TABLE[permission]
    .split(' ')
    .map((cell, index) => ({ permission, role: ROLES[index] as Role, isGranted: cell === 'y' })),
);

describe('permissions', () => {
  it.each(cells)('$role, $permission: $isGranted', ({ role, permission, isGranted }) => {
    expect(can(role, permission)).toBe(isGranted);
  });

  it('lists what a role may do', () => {
    expect(permissionsOf('EXECUTIVE')).toEqual(['portfolio.read', 'report.read']);
    expect(permissionsOf('ADMIN')).toEqual(PERMISSIONS);
  });
});
