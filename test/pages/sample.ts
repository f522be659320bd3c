import { randomUUID } from 'node:crypto';
import { daysAgo, mappingTo, questionnaire } from '../isolation/filled.js';
import type { Client } from '../support/client.js';
import {
  checkedImport,
  finished,
  finishedImport,
  importReached,
  requestReport,
  uploaded,
} from '../support/work.js';

/** An id of each kind of thing that has a page; what the sample organisation lacks is made. */
export async function idsOf(client: Client): Promise<Record<string, string>> {
  const { initiatives, quarters } = await client.get<{
    initiatives: { nodes: { id: string; currentAssessment: { id: string } | null }[] };
    quarters: { from: string; to: string }[];
  }>(
    `{ initiatives(filter: { stages: [PILOT] }, first: 20) { nodes { id currentAssessment { id } } }
       quarters(count: 2) { from to } }`,
  );
  const { id: initiative, currentAssessment } = initiatives.nodes.find((node) => node.currentAssessment)!;
  const { draft } = await client.act<{ draft: { id: string } }>(
    'startAssessment',
    { subjectKind: 'INITIATIVE', subjectId: initiative, asOfOn: quarters[1]!.from },
    'draft { id }',
  );
  const report = await requestReport(client, 'EXECUTIVE_QUARTER', quarters[0]!.to);
  await finished(client, [report]);
  return {
    initiative,
    draft: draft.id,
    assessment: currentAssessment!.id,
    report,
    ...(await importsOf(client)),
  };
}

const HEADER = 'Name,Agency,Stage,Begun,Notes,Asked';
const LATER_HEADER = HEADER.replace('Name', 'Title');

/** An import at each of its stations, one of them with a questionnaire's answers. */
async function importsOf(client: Client): Promise<Record<string, string>> {
  const questions = 'walked';
  await client.act('addFramework', { source: questionnaire(questions, 'of a register') }, '__typename');
  const mapping = mappingTo(questions);

  const undone = await finishedImport(client, `${HEADER}\nBy mistake,Fleet,Building,1/5/2024,,\n`, mapping, 'undone.csv'); // prettier-ignore
  await client.act('undoImport', { importId: undone, idempotencyKey: randomUUID() }, '__typename');
  await importReached(client, undone, 'UNDONE');

  const rows = [
    'Route planner,Fleet,Building,1/5/2024,,Sure',
    'Document search,Fleet,Building,never,,Perhaps',
    'Berth plan,Terminal,Building,3/1/2024,,Sure',
    ',Terminal,Building,,No name,',
  ];
  const done = await finishedImport(client, [HEADER, ...rows].join('\n'), mapping, 'done.csv');

  const later = [
    'The route-planner,Fleet,Building,1/5/2024,,Sure',
    'Document searches,Fleet,Building,24-Nov,,Perhaps',
    'Crane watch,Cranes,Building,,,',
  ];
  const laterMapping = { ...mapping, asOfOn: daysAgo(30) };
  const checked = await checkedImport(
    client,
    [LATER_HEADER, ...later].join('\n'),
    laterMapping,
    'checked.csv',
  );

  const waiting = await uploaded(
    client,
    'register.csv',
    'Name;Stage\nRoute planner;Pilot\nDocument search;Idea\n',
  );
  const { initiatives } = await client.get<{ initiatives: { nodes: { id: string }[] } }>(
    '{ initiatives(filter: { search: "Berth plan" }) { nodes { id } } }',
  );
  return { undone, done, checked, import: waiting, framework: questions, asked: initiatives.nodes[0]!.id };
}
