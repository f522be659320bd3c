export const INITIATIVE_TABS = ['overview', 'timeline', 'assessments', 'revisions'] as const;
export type InitiativeTab = (typeof INITIATIVE_TABS)[number];
