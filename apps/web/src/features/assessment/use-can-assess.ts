import { useTenant } from '../../shared/session/tenant-context.js';

interface AssessedSubject {
  readonly initiative?: { readonly canAssess: boolean } | null;
  readonly unit?: { readonly id: string } | null;
}

/**
 * Whether the viewer may answer for a subject: of an initiative the server says it, the organisation is the programme
 * office's, a unit also of contributors who are restricted to it. The server decides; this leaves out what it would refuse.
 */
export function useCanAssess({ initiative, unit }: AssessedSubject): boolean {
  const { can, viewer } = useTenant();
  if (initiative) return initiative.canAssess;
  if (!can('assessment.answer')) return false;
  const isOwnUnit = viewer.member?.units.some(({ id }) => id === unit?.id) ?? false;
  return can('portfolio.write') || isOwnUnit;
}
