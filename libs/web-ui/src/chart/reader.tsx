import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { i18n } from '../words/i18n.js';
import type { Drawing, ReadPoint } from './drawing.js';
import { nearest, sentenceOf, walk, type Place } from './walk.js';

interface ChartReaderProps {
  title: string;
  drawing: Drawing;
  width: number;
}

/**
 * Lies over a picture and reads its points. A slider, because that is the one role whose arrow keys screen
 * readers pass on and whose value text they speak; the svg below stays a plain image.
 */
export function ChartReader({ title, drawing, width }: ChartReaderProps) {
  const [place, setPlace] = useState<Place>({ series: 0, step: 0 });
  const [isShown, setShown] = useState(false);
  const { points, height } = drawing;
  const first = points.findIndex((row) => row.length > 0);
  if (first < 0) return null;
  const point = points[place.series]?.[place.step] ?? points[first]?.[0];
  if (!point) return null;
  const row = points[place.series] ?? [];

  const show = (next: Place | null) => {
    if (!next) return;
    setPlace(next);
    setShown(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setShown(false);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = walk(points, place, event.key);
    if (next) event.preventDefault();
    show(next);
  };
  const onPointer = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    show(nearest(points, event.clientX - box.left, event.clientY - box.top));
  };

  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        className="pl-reader pl-no-print"
        aria-label={i18n.t('{title}, point by point with the arrow keys', { title })}
        aria-valuemin={1}
        aria-valuemax={Math.max(row.length, 1)}
        aria-valuenow={place.step + 1}
        aria-valuetext={sentenceOf(point)}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={(event) => setShown(event.currentTarget === document.activeElement)}
      />
      {isShown && <Tooltip point={point} width={width} height={height} />}
    </>
  );
}

/** Beside the point, on the side where there is room. Not announced: the slider's value text says the same. */
function Tooltip({ point, width, height }: { point: ReadPoint; width: number; height: number }) {
  const side = point.x > width / 2 ? { right: width - point.x + 12 } : { left: point.x + 12 };
  const edge = point.y > height / 2 ? { bottom: height - point.y - 10 } : { top: Math.max(point.y - 10, 0) };
  return (
    <>
      <span className="pl-reader-dot" style={{ left: point.x, top: point.y }} aria-hidden="true" />
      <div
        className="pl-tip"
        style={{ ...side, ...edge, maxWidth: Math.max(width / 2 + 20, 180) }}
        aria-hidden="true"
      >
        <p className="pl-tip-head">{point.heading}</p>
        <dl className="pl-tip-lines">
          {point.lines.map(({ label, value, colour }) => (
            <div key={label}>
              <dt>
                {colour && <span className="pl-tip-key" style={{ background: colour }} />}
                {label}
              </dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
