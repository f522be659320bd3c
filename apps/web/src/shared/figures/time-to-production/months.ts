const DAYS_PER_MONTH = 30.4375;

/** Months as all figures count them. */
export const monthsOfDays = (days: number): number => days / DAYS_PER_MONTH;
