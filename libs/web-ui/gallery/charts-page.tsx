import type { ReactNode } from 'react';
import {
  Bridge,
  BulletScore,
  Explain,
  FigureCard,
  FunnelBars,
  HeatMap,
  QuarterLines,
  SlopeLine,
  Sparkline,
  StackedAreas,
  StepCurves,
} from '../src/index.js';
import {
  bridge,
  byDimension,
  byStage,
  curves,
  dimensions,
  funnel,
  heat,
  slopes,
  stacked,
} from './samples.js';

function Card({ children }: { children: ReactNode }) {
  return <div className="gallery-card">{children}</div>;
}

const explain = (
  <Explain
    of="Share in production"
    isCompact
    definition="Of all pilots, the share that had reached production by then. Pilots that were stopped count as stopped."
    basis="12 pilots, 5 reached production"
    exclusions={['2 without a day on which the pilot began']}
    methodHref="#method"
  />
);

export function ChartsPage() {
  return (
    <>
      <h1>Charts</h1>
      <Figures />
      <div className="gallery-grid">
        <Card>
          <StackedAreas title="Initiatives by stage" {...stacked} />
        </Card>
        <Card>
          <StepCurves
            title="What became of pilots, by month"
            unit="% of 12 pilots"
            explain={explain}
            {...curves}
          />
        </Card>
        <Card>
          <Bridge title="What moved readiness from Q2 to Q3 FY26" {...bridge} />
        </Card>
        <Card>
          <HeatMap title="Answers, Q3 FY26" unit="score at the right" {...heat} />
        </Card>
        <Card>
          <QuarterLines title="Readiness by stage" {...byStage} />
        </Card>
        <Card>
          <QuarterLines title="Readiness by dimension" {...byDimension} />
        </Card>
        <Card>
          <SlopeLine title="Since last round" fromLabel="Q2 FY26" toLabel="Q3 FY26" items={slopes} />
        </Card>
        <Card>
          <FunnelBars title="Ready for the next stage, Q3 FY26" bars={funnel} />
        </Card>
        <Card>
          <Scores />
        </Card>
        <Card>
          <StepCurves
            title="What became of pilots, by month"
            curves={[]}
            reason="3 pilots with a known start; a curve needs at least 5."
          />
        </Card>
        <Card>
          <StackedAreas title="Initiatives by stage" quarters={[]} />
        </Card>
        <Card>
          <StackedAreas title="Initiatives by stage, first quarter" quarters={stacked.quarters.slice(-1)} />
        </Card>
      </div>
    </>
  );
}

function Figures() {
  return (
    <div className="gallery-cards">
      <FigureCard
        label="In production"
        value="7"
        unit="of 22"
        change={{ amount: 2, versus: 'Q2 FY26' }}
        spark={
          <Sparkline label="In production, last 8 quarters" values={[1, 1, 2, 4, 4, 5, 5, 7]} isLastRunning />
        }
        explain={explain}
      />
      <FigureCard
        label="Stuck pilots"
        value="4"
        change={{ amount: 1, versus: 'Q2 FY26', more: 'bad' }}
        basis="2 over the limit with no plan recorded"
        spark={<Sparkline label="Stuck pilots" values={[null, null, 1, 2, null, 3, 3, 4]} />}
      />
      <FigureCard
        label="Readiness of pilots"
        value="55"
        change={{ amount: 0.2, versus: 'Q2 FY26' }}
        basis="current for 14 of 22"
      />
      <FigureCard
        label="In production within 12 months"
        value={null}
        reason="Only 3 pilots are still watched at 12 months; 5 are needed."
      />
    </div>
  );
}

function Scores() {
  const full = { answered: 3, applicable: 3, display: 'SHOW' as const };
  const [sa, df, tm, to, rc] = dimensions;
  return (
    <div className="gallery-stack">
      <BulletScore
        label="Overall"
        score={{ value: 61, lower: 54, upper: 70, display: 'SHOW', answered: 13, applicable: 15 }}
        previous={55}
      />
      {sa && (
        <BulletScore
          label={sa.label}
          dimension={sa.key}
          score={{ ...full, value: 83 }}
          previous={67}
          isCompact
        />
      )}
      {df && (
        <BulletScore
          label={df.label}
          dimension={df.key}
          score={{ ...full, value: 50 }}
          previous={50}
          isCompact
        />
      )}
      {tm && (
        <BulletScore
          label={tm.label}
          dimension={tm.key}
          score={{ value: 50, lower: 33, upper: 67, display: 'GREY', answered: 2, applicable: 3 }}
        />
      )}
      {to && (
        <BulletScore
          label={to.label}
          dimension={to.key}
          score={{
            value: null,
            lower: 0,
            upper: 100,
            display: 'HIDE',
            answered: 0,
            applicable: 3,
            reason: 'no answer in this dimension',
          }}
        />
      )}
      {rc && <BulletScore label={rc.label} dimension={rc.key} score={{ ...full, value: 67 }} isCompact />}
    </div>
  );
}
