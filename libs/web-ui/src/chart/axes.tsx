import { usePaint } from '../theme/paint.js';
import { every } from './layout.js';

interface Tick {
  at: number;
  text: string;
}

interface ValueAxisProps {
  ticks: readonly Tick[];
  left: number;
  right: number;
}

/** Hairlines across the plot with their values at the left. */
export function ValueAxis({ ticks, left, right }: ValueAxisProps) {
  const paint = usePaint();
  return (
    <g>
      {ticks.map(({ at, text }, index) => (
        <g key={at}>
          <line
            x1={left}
            x2={right}
            y1={at}
            y2={at}
            stroke={index === 0 ? paint.edge : paint.grid}
            strokeWidth={1}
          />
          <text x={left - 8} y={at + 4} textAnchor="end" fill={paint.muted} fontSize={11.5}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

interface QuarterAxisProps {
  labels: readonly string[];
  xs: readonly number[];
  top: number;
  /** Index of the quarter that still runs, -1 for none. */
  current: number;
}

/**
 * Quarters in two lines: "Q3" under each, the year once under its first. Takes the label apart at its first
 * space, so any calendar's names fit into 40 pixels.
 */
export function QuarterAxis({ labels, xs, top, current }: QuarterAxisProps) {
  const paint = usePaint();
  const room = (xs.at(-1) ?? 0) - (xs[0] ?? 0) + 30;
  const step = every(labels.length, room, 26);
  const last = labels.length - 1;
  return (
    <g>
      {labels.map((label, index) => {
        const [short, year] = split(label);
        const isYearShown = index === 0 || split(labels[index - 1] ?? '')[1] !== year;
        const isShown = (last - index) % step === 0;
        return (
          <g key={label} transform={`translate(${xs[index] ?? 0},${top})`}>
            {isShown && (
              <text
                y={18}
                textAnchor="middle"
                fill={index === current ? paint.text : paint.muted}
                fontSize={11.5}
              >
                {short}
              </text>
            )}
            {isYearShown && isShown && (
              <text y={33} textAnchor="middle" fill={paint.muted} fontSize={11}>
                {year}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function split(label: string): [string, string] {
  const space = label.indexOf(' ');
  return space < 0 ? [label, ''] : [label.slice(0, space), label.slice(space + 1)];
}
