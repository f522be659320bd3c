/** What a role may allow. The server decides; pages only leave out what it would refuse. */
export type Permission =
  | 'portfolio.read'
  | 'portfolio.write'
  | 'initiative.contribute'
  | 'assessment.answer'
  | 'import.run'
  | 'report.read'
  | 'report.request'
  | 'member.manage'
  | 'settings.manage'
  | 'unit.manage';
