import { i18n } from '../../i18n.js';
import classes from '../figures.module.css';
import { dayWords } from './definitions.js';
import type { TimeToProduction } from './time-to-production.graphql.js';

/** What the register can know: since when it also records ends. */
export function RegisterSentence({ figures }: { readonly figures: TimeToProduction }) {
  return <p className={classes['sentence']}>{sentence(figures)}</p>;
}

function sentence({ completeSince, livingOnly, startsAtDays }: TimeToProduction): string {
  if (livingOnly || completeSince === null)
    return i18n._('It is not known since when this register also records pilots that were stopped.');
  const since = i18n._(
    'Since {day} this register also records ends; pilots that began earlier are watched from that day on.',
    { day: dayWords(completeSince) },
  );
  if (!startsAtDays) return since;
  return `${since} ${i18n._('The curve starts at day {days}, where five are watched for the first time, and holds for pilots that got so far.', { days: startsAtDays })}`;
}
