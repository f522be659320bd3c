import { useId } from 'react';
import { i18n } from '../../words/i18n.js';
import { ANSWERS, answerLabel, answerLetter, type AnswerValue } from '../../words/domain.js';
import { ChartFrame } from '../../chart/chart-frame.js';
import type { ChartProps, ChartTable, PictureProps, ReadPoint } from '../../chart/drawing.js';
import { fit } from '../../chart/layout.js';
import { Picture } from '../../chart/picture.js';
import { usePaint } from '../../theme/paint.js';
import { layoutOf, type HeatMapData, type HeatMapLayout, type HeatRow } from './geometry.js';

/** Answers as lettered tiles: rows by questions, the questions grouped by dimension. */
export function HeatMap(props: ChartProps & HeatMapData) {
  const { questions, rows } = props;
  const data = { questions, rows };
  const draw = (width: number) => {
    const layout = layoutOf(data, width);
    return {
      height: layout.height,
      picture: <HeatMapPicture {...data} title={props.title} description={props.description} width={width} />,
      points: rows.map((row, index) => pointsOf(data, layout, row, index)),
    };
  };
  const isEmpty = rows.length === 0 || questions.length === 0;
  return <ChartFrame {...props} draw={draw} table={tableOf(data)} isEmpty={isEmpty} />;
}

function pointsOf(
  { questions }: HeatMapData,
  layout: HeatMapLayout,
  row: HeatRow,
  index: number,
): ReadPoint[] {
  return questions.map((question, column) => ({
    x: (layout.xs[column] ?? 0) + layout.tile / 2,
    y: layout.tileTop(index) + layout.tileHeight / 2,
    heading: row.label,
    lines: [
      { label: `${question.key}. ${question.text}`, value: answerLabel(row.answers[question.key] ?? null) },
    ],
  }));
}

/** The picture alone, for print and mail. */
export function HeatMapPicture({ title, description, width, ...data }: PictureProps<HeatMapData>) {
  const stripes = useId();
  const paint = usePaint();
  const layout = layoutOf(data, width);
  return (
    <Picture title={title} description={description ?? describe(data)} width={width} height={layout.height}>
      <defs>
        <pattern
          id={stripes}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1={0} x2={0} y1={0} y2={5} stroke={paint.line} strokeWidth={2.5} />
        </pattern>
      </defs>
      <Head data={data} layout={layout} />
      {data.rows.map((row, index) => (
        <Row
          key={row.key}
          row={row}
          index={index}
          data={data}
          layout={layout}
          stripes={stripes}
          width={width}
        />
      ))}
    </Picture>
  );
}

function Head({ data, layout }: { data: HeatMapData; layout: HeatMapLayout }) {
  const paint = usePaint();
  return (
    <g>
      {layout.groups.map(({ dimension, x, width }) => (
        <g key={dimension}>
          <rect x={x} y={16} width={width} height={2.5} rx={1.25} fill={paint.dimension[dimension]} />
          <text x={x} y={11} fill={paint.text} fontSize={11.5} fontWeight={600}>
            {dimension}
          </text>
        </g>
      ))}
      {data.questions.map(({ key, dimension }, column) => (
        <text
          key={key}
          x={(layout.xs[column] ?? 0) + layout.tile / 2}
          y={32}
          textAnchor="middle"
          fill={paint.muted}
          fontSize={11}
        >
          {key.startsWith(dimension) ? key.slice(dimension.length) : key}
        </text>
      ))}
    </g>
  );
}

interface RowProps {
  row: HeatRow;
  index: number;
  data: HeatMapData;
  layout: HeatMapLayout;
  stripes: string;
  width: number;
}

function Row({ row, index, data, layout, stripes, width }: RowProps) {
  const paint = usePaint();
  const y = layout.tileTop(index);
  const room = layout.isNarrow ? width - 60 : layout.labelWidth - 12;
  const labelY = layout.isNarrow ? y - 6 : y + layout.tileHeight / 2 + 4;
  return (
    <g>
      <text y={labelY} fill={paint.text} fontSize={12.5} fontWeight={layout.isNarrow ? 550 : 450}>
        {fit(row.label, room, 12.5)}
      </text>
      {data.questions.map(({ key }, column) => (
        <Tile
          key={key}
          answer={row.answers[key] ?? null}
          x={layout.xs[column] ?? 0}
          y={y}
          layout={layout}
          stripes={stripes}
        />
      ))}
      {row.result !== undefined && (
        <text x={width} y={labelY} textAnchor="end" fill={paint.text} fontWeight={600} fontSize={12.5}>
          {row.result}
        </text>
      )}
    </g>
  );
}

interface TileProps {
  answer: AnswerValue | null;
  x: number;
  y: number;
  layout: HeatMapLayout;
  stripes: string;
}

/** Letter, ground and edge; striped when it does not apply, dashed when nobody answered. */
function Tile({ answer, x, y, layout, stripes }: TileProps) {
  const tile = usePaint().answer[answer ?? 'NONE'];
  const { tile: width, tileHeight: height } = layout;
  const box = { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1, rx: 4 };
  return (
    <g>
      <rect {...box} fill={tile.ground} />
      {answer === 'NOT_APPLICABLE' && <rect {...box} fill={`url(#${stripes})`} />}
      <rect
        {...box}
        fill="none"
        stroke={tile.edge}
        strokeOpacity={answer === null ? 1 : 0.55}
        strokeDasharray={answer === null ? '3 3' : undefined}
      />
      <text
        x={x + width / 2}
        y={y + height / 2 + 4}
        textAnchor="middle"
        fill={tile.ink}
        fontSize={answer === 'NOT_APPLICABLE' ? 10 : 12}
        fontWeight={650}
      >
        {answer === null ? '' : answerLetter(answer)}
      </text>
    </g>
  );
}

function describe({ rows, questions }: HeatMapData): string {
  const counts = ANSWERS.map((answer) => {
    const count = rows.reduce(
      (sum, row) => sum + questions.filter(({ key }) => row.answers[key] === answer).length,
      0,
    );
    return `${answerLabel(answer)} ${count}`;
  });
  return i18n.t('{rows} rows by {questions} questions: {counts}.', {
    rows: rows.length,
    questions: questions.length,
    counts: counts.join(', '),
  });
}

function tableOf({ rows, questions }: HeatMapData): ChartTable {
  const hasResult = rows.some((row) => row.result !== undefined);
  return {
    columns: [i18n.t('Name'), ...questions.map(({ key }) => key), ...(hasResult ? [i18n.t('Result')] : [])],
    rows: rows.map((row) => [
      row.label,
      ...questions.map(({ key }) => answerLabel(row.answers[key] ?? null)),
      ...(hasResult ? [row.result ?? null] : []),
    ]),
  };
}
