import type { Inventory } from '../support/inventory.js';
import { dayBefore } from './days.js';

const PILOTS = 30;

/** Still in pilot: the initiative that the story goes on with. */
export const CONTINUED = 'Berth planning';

/**
 * A register that also lists what was stopped: pilots of the years before a day, some in production, some ended, the
 * others running on. From it rates can be told.
 */
export function secondRegister(asOfOn: string): Inventory {
  const before = (days: number): string => dayBefore(asOfOn, days);
  const rows = Array.from({ length: PILOTS }, (_, index) => {
    const begun = 700 - index * 20;
    const name = index === 0 ? CONTINUED : `Port pilot ${index}`;
    const unit = index % 2 === 0 ? 'Terminal' : 'Fleet';
    const inProduction = index % 3 === 1 ? before(begun - 60 - index) : '';
    const ended = index % 5 === 2 && !inProduction ? before(begun - 40 - index) : '';
    const stage = ended ? 'Stopped' : inProduction ? 'Live' : 'Pilot';
    return [name, unit, stage, before(begun), inProduction, ended].join(';');
  });
  return {
    isReal: false,
    csv: new TextEncoder().encode(['Name;Unit;Status;Begun;Went live;Stopped', ...rows].join('\n')),
    mapping: {
      identity: [0],
      name: 0,
      summary: null,
      unit: 1,
      externalId: null,
      kind: null,
      tags: null,
      stage: 2,
      stageValues: [
        { value: 'Pilot', stage: 'PILOT' },
        { value: 'Live', stage: 'PRODUCTION' },
        { value: 'Stopped', stage: 'ENDED' },
      ],
      dateFormat: 'YYYY-MM-DD',
      dates: [
        { column: 3, stage: 'PILOT' },
        { column: 4, stage: 'PRODUCTION' },
        { column: 5, stage: 'ENDED' },
      ],
      asOfOn,
      completeSince: before(720),
      livingOnly: false,
    },
  };
}
