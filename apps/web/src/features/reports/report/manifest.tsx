import { formatDay, formatNumber } from '@pilotage/web-ui';
import { formatInstant } from '../../../shared/format/time.js';
import { i18n } from '../../../shared/i18n.js';
import { CopyField } from '../../../shared/ui/copy-field.js';
import type { Report } from '../reports.graphql.js';
import classes from './report.module.css';

type ManifestData = NonNullable<Report['manifest']>;

/** What the figures were made of and by what, for who wants to make them again. */
export function Manifest({ manifest }: { readonly manifest: ManifestData }) {
  const { inputDigest, resultDigest } = manifest;
  return (
    <details className={classes['manifest']}>
      <summary>{i18n._('What this report was made of, and by what')}</summary>
      <div className={classes['manifestBody']}>
        <dl className={classes['facts']}>
          {factsOf(manifest).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <CopyField
          label={i18n._('Digest of the result')}
          description={i18n._('SHA-256 over the figures; a recomputation is equal when its digest is.')}
          text={resultDigest}
        />
        <CopyField
          label={i18n._('Digest of what was read')}
          description={i18n._('SHA-256 over every row that went in, as known then.')}
          text={inputDigest}
        />
      </div>
    </details>
  );
}

function factsOf(manifest: ManifestData) {
  const day = (on: string) => formatDay({ on, precision: 'DAY' });
  return [
    {
      name: i18n._('Period'),
      value: i18n._('{from} to {to}', { from: day(manifest.from), to: day(manifest.to) }),
    },
    { name: i18n._('As known on'), value: formatInstant(manifest.knownAt) },
    { name: i18n._('Method'), value: manifest.methodVersion },
    { name: i18n._('Engine'), value: manifest.engineVersion },
    { name: i18n._('Node'), value: manifest.nodeVersion },
    { name: i18n._('Framework'), value: manifest.frameworks.join(', ') || i18n._('none used') },
    ...manifest.counts.map(({ name, count }) => ({
      name: i18n._('Read: {name}', { name }),
      value: formatNumber(count),
    })),
  ];
}
