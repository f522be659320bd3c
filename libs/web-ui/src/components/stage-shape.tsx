import { usePaint } from '../theme/paint.js';
import type { Stage } from '../words/domain.js';

/**
 * The sign of a stage, readable without colour: a dashed ring, then a disc that fills up, a ringed disc for
 * scaled and a crossed square for the end. Centre at 0,0; `radius` in pixels. Goes inside an svg.
 */
export function StageShape({ stage, radius = 6 }: { stage: Stage; radius?: number }) {
  const colour = usePaint().stage[stage];
  const stroke = { fill: 'none', stroke: colour, strokeWidth: Math.max(1.4, radius * 0.26) };
  const inner = radius - stroke.strokeWidth / 2;
  switch (stage) {
    case 'IDEA':
      return <circle r={inner} {...stroke} strokeDasharray={`${inner * 0.72} ${inner * 0.5}`} />;
    case 'PILOT':
      return (
        <>
          <circle r={inner} {...stroke} />
          <path d={sector(inner * 0.62, 0.25)} fill={colour} />
        </>
      );
    case 'LIMITED_PRODUCTION':
      return (
        <>
          <circle r={inner} {...stroke} />
          <path d={sector(inner * 0.62, 0.5)} fill={colour} />
        </>
      );
    case 'PRODUCTION':
      return <circle r={radius} fill={colour} />;
    case 'SCALED':
      return (
        <>
          <circle r={inner} {...stroke} />
          <circle r={inner * 0.6} fill={colour} />
        </>
      );
    case 'ENDED': {
      const side = radius * 0.86;
      const arm = side * 0.45;
      return (
        <>
          <rect
            x={-side}
            y={-side}
            width={side * 2}
            height={side * 2}
            rx={radius * 0.3}
            fill="none"
            stroke={colour}
            strokeWidth={stroke.strokeWidth}
          />
          <path
            d={`M${-arm},${-arm}L${arm},${arm}M${-arm},${arm}L${arm},${-arm}`}
            stroke={colour}
            strokeWidth={stroke.strokeWidth}
          />
        </>
      );
    }
  }
}

/** A slice of a pie of `share` of the circle, clockwise from the top. */
function sector(radius: number, share: number): string {
  const angle = 2 * Math.PI * share;
  const end = `${radius * Math.sin(angle)},${-radius * Math.cos(angle)}`;
  return `M0,0V${-radius}A${radius},${radius} 0 0 1 ${end}Z`;
}
