import { useId, useState } from 'react';
import { IconChartLine, IconTable } from '@tabler/icons-react';
import { i18n } from '../words/i18n.js';
import { EmptyState, TooFewData } from '../components/states.js';
import { FALLBACK_WIDTH, type ChartProps, type ChartTable, type Drawing } from './drawing.js';
import { ChartReader } from './reader.js';
import { useWidth } from './use-width.js';

interface ChartFrameProps extends ChartProps {
  draw: (width: number) => Drawing;
  table: ChartTable;
  isEmpty: boolean;
}

/** Title with unit, the picture or its table, and what is shown instead when there is too little. */
export function ChartFrame(props: ChartFrameProps) {
  const {
    title,
    unit,
    reason,
    emptyText,
    explain,
    width: fallback = FALLBACK_WIDTH,
    draw,
    table,
    isEmpty,
  } = props;
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  const [box, width] = useWidth(fallback);
  const hasPicture = !reason && !isEmpty;
  return (
    <figure className="pl-chart" aria-labelledby={titleId}>
      <figcaption className="pl-chart-head">
        <h2 id={titleId} className="pl-chart-title">
          {title}
          {unit && <span className="pl-chart-unit"> {unit}</span>}
        </h2>
        <div className="pl-chart-tools pl-no-print">
          {explain}
          {hasPicture && <TableToggle isTable={isTable} onToggle={() => setTable(!isTable)} />}
        </div>
      </figcaption>
      <div ref={box} className="pl-chart-box">
        {reason && <TooFewData reason={reason} />}
        {!reason && isEmpty && (
          <EmptyState title={i18n.t('Nothing to show yet')}>
            {emptyText ?? i18n.t('This fills as initiatives, stages and assessments are recorded.')}
          </EmptyState>
        )}
        {hasPicture && isTable && <ChartTableView table={table} title={title} />}
        {hasPicture && !isTable && <Plot title={title} drawing={draw(width)} width={width} />}
      </div>
    </figure>
  );
}

function Plot({ title, drawing, width }: { title: string; drawing: Drawing; width: number }) {
  return (
    <div className="pl-plot" style={{ maxWidth: width }}>
      {drawing.picture}
      <ChartReader title={title} drawing={drawing} width={width} />
    </div>
  );
}

function TableToggle({ isTable, onToggle }: { isTable: boolean; onToggle: () => void }) {
  const Icon = isTable ? IconChartLine : IconTable;
  return (
    <button type="button" className="pl-chart-toggle" onClick={onToggle}>
      <Icon size={15} stroke={1.7} aria-hidden />
      <span>{isTable ? i18n.t('Show as chart') : i18n.t('Show as table')}</span>
    </button>
  );
}

/** What scrolls must take the focus, or the keyboard cannot scroll it. */
const scrollRegion = { role: 'region', tabIndex: 0 } as const;

/** The chart's numbers as a table that can be read, selected and copied. */
export function ChartTableView({ table, title }: { table: ChartTable; title: string }) {
  return (
    <div className="pl-chart-table-box" aria-label={title} {...scrollRegion}>
      <table className="pl-chart-table">
        <caption className="pl-hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, position) => {
                const text = cell ?? <span className="pl-muted">{i18n.t('no data')}</span>;
                return position === 0 ? (
                  <th key={position} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={position}>{text}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
