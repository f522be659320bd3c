import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import {
  ANSWERS,
  AnswerBadge,
  ConfirmButton,
  DataTable,
  DayText,
  EmptyState,
  ErrorState,
  Explain,
  LoadingState,
  ProgressReceipt,
  QuarterLabel,
  STAGES,
  StageBadge,
  Timeline,
  TooFewData,
  type Column,
  type Sort,
  type Stage,
} from '../src/index.js';
import { timeline } from './samples.js';

interface Row {
  key: string;
  name: string;
  stage: Stage;
  owner: string;
  score: string;
}

const rows: Row[] = [
  { key: 'AI-042', name: 'Claims triage', stage: 'PRODUCTION', owner: 'Maya Okafor', score: '77' },
  { key: 'AI-017', name: 'Fraud detection v2', stage: 'PILOT', owner: 'Jonas Lind', score: '47' },
  {
    key: 'AI-031',
    name: 'Pricing assistant',
    stage: 'LIMITED_PRODUCTION',
    owner: 'Ines Duarte',
    score: '35',
  },
  { key: 'AI-008', name: 'Call summaries', stage: 'SCALED', owner: 'Tomasz Nowak', score: '93' },
];

const columns: Column<Row>[] = [
  {
    key: 'name',
    header: 'Initiative',
    isTitle: true,
    sortKey: 'NAME',
    render: ({ name }) => <a href="#open">{name}</a>,
  },
  { key: 'key', header: 'Key', sortKey: 'KEY', render: ({ key }) => key },
  { key: 'stage', header: 'Stage', sortKey: 'STAGE', render: ({ stage }) => <StageBadge stage={stage} /> },
  { key: 'owner', header: 'Owner', render: ({ owner }) => owner },
  { key: 'score', header: 'Readiness', isNumeric: true, render: ({ score }) => score },
];

export function ComponentsPage() {
  const [sort, setSort] = useState<Sort>({ key: 'NAME', direction: 'ASC' });
  return (
    <>
      <h1>Components</h1>
      <div className="gallery-stack">
        <Words />
        <DataTable
          caption="Initiatives"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          sort={sort}
          onSort={setSort}
        />
        <DataTable
          caption="Nothing"
          columns={columns}
          rows={[]}
          rowKey={({ key }) => key}
          empty={<EmptyState title="No initiative matches">Remove a filter to see more.</EmptyState>}
        />
        <div className="gallery-grid">
          <div className="gallery-card">
            <h2>Timeline</h2>
            <Timeline entries={timeline} />
          </div>
          <div className="gallery-stack">
            <Receipts />
          </div>
          <div className="gallery-card">
            <EmptyState title="No initiatives yet" action={<Button>Import a list</Button>}>
              Bring the portfolio you have, as a CSV file, or add your first pilot by hand.
            </EmptyState>
          </div>
          <div className="gallery-card">
            <ErrorState
              message="The trend could not be loaded"
              onRetry={() => undefined}
              requestId="0192f1c4"
            />
          </div>
          <div className="gallery-card">
            <TooFewData reason="2 of 4 quarters needed for a trend. The next one ends on 31 Dec." />
          </div>
          <div className="gallery-card">
            <LoadingState lines={4} />
          </div>
        </div>
      </div>
    </>
  );
}

function Words() {
  return (
    <div className="gallery-card gallery-stack">
      <div className="gallery-row">
        {STAGES.map((stage) => (
          <StageBadge key={stage} stage={stage} />
        ))}
        <StageBadge stage="ENDED" outcome="ABANDONED" />
        <StageBadge stage="PILOT" isObserved />
      </div>
      <div className="gallery-row">
        {ANSWERS.map((answer) => (
          <AnswerBadge key={answer} answer={answer} />
        ))}
        <AnswerBadge answer={null} />
        <AnswerBadge answer="YES" isUnconfirmed />
        <AnswerBadge answer="NO" isCompact />
      </div>
      <div className="gallery-row">
        <QuarterLabel label="Q3 FY26" isCurrent from="2026-10-01" to="2026-12-31" withDays />
        <DayText on="2024-03-12" />
        <DayText on="2024-03-01" precision="MONTH" />
        <DayText on="2024-01-01" precision="QUARTER" />
        <DayText on="2024-01-01" precision="YEAR" />
        <Explain
          of="Readiness"
          definition="Mean of the five dimensions."
          basis="14 of 22 initiatives"
          methodHref="#m"
        />
      </div>
      <div className="gallery-row">
        <Button>Start assessment</Button>
        <Button variant="default">Export</Button>
        <Button variant="light">Add pilot</Button>
        <Button variant="subtle">Cancel</Button>
        <ConfirmButton
          question="Removes the sample organisation and all in it. This cannot be undone."
          confirmLabel="Remove sample"
          isDangerous
          onConfirm={() => undefined}
        >
          Remove sample data
        </ConfirmButton>
        <TextInput placeholder="Search initiatives" aria-label="Search" />
      </div>
    </div>
  );
}

function Receipts() {
  return (
    <>
      <ProgressReceipt label="Trend report, Q3 FY26" state="PENDING" />
      <ProgressReceipt
        label="Import inventory-2025.csv"
        state="RUNNING"
        progress={0.56}
        detail="1,200 of 2,133 rows"
      />
      <ProgressReceipt label="Executive page, Q3 FY26" state="DONE">
        <a href="#open">Open</a>
      </ProgressReceipt>
      <ProgressReceipt
        label="Import old.csv"
        state="FAILED"
        error="Column 4 is missing in the file. Map it again and retry."
        onRetry={() => undefined}
      />
    </>
  );
}
