import { DataTable, formatNumber, formatShare, formatShareRange, type Column } from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { HowComputed } from '../../method/how-computed.js';
import { Section } from '../panel.js';
import { howShares } from './definitions.js';
import type { HorizonShare, TimeToProduction } from './time-to-production.graphql.js';

/** The share in production by 6, 12, 18 and 24 months, each with how sure it is. */
export function Shares({ figures }: { readonly figures: TimeToProduction }) {
  return (
    <Section
      title={i18n._('Share in production by month')}
      unit={i18n._('of {n} pilots', { n: figures.n })}
      explain={<HowComputed {...howShares(figures)} />}
    >
      <DataTable
        caption={i18n._('Share in production by month')}
        columns={columns()}
        rows={figures.shares}
        rowKey={({ months }) => String(months)}
        isDense
      />
    </Section>
  );
}

const columns = (): Column<HorizonShare>[] => [
  {
    key: 'months',
    header: i18n._('Within'),
    isTitle: true,
    render: ({ months }) => i18n._('{months} months', { months }),
  },
  {
    key: 'share',
    header: i18n._('In production, with 95 % interval'),
    render: (row) => <ShareText {...row} />,
  },
  {
    key: 'watched',
    header: i18n._('Still watched'),
    isNumeric: true,
    render: ({ atRisk }) => formatNumber(atRisk),
  },
];

/** "38 % (15 to 60 %)", or why there is none. */
function ShareText({ share, lower, upper, reason }: HorizonShare) {
  if (share === null) return <span className="pl-muted">{reason ?? i18n._('not given')}</span>;
  return (
    <>
      <strong className="pl-number">{formatShare(share)}</strong>
      {lower !== null && upper !== null && (
        <span className="pl-muted pl-number"> ({formatShareRange(lower, upper)})</span>
      )}
    </>
  );
}
