import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestDatabase } from '@pilotage/testing';
import { World } from '../../fixtures/world.js';
import { tidy } from './file/columns.js';

let db: TestDatabase;
let world: World;

beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());
beforeEach(async () => {
  world = await World.of(db.unitOfWork, await db.createTenant());
});

describe('the values of a column', () => {
  it('are one where they differ in white space only, as they are when rows are read', async () => {
    const spaces = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code + 1)).filter(
      (character) => /\s/.test(character),
    );
    const cells = spaces.flatMap((space) => [`Retired${space}`, `Not${space} ${space}yet`]);
    const quoted = cells.map((cell, index) => `${index},"${cell}"`);
    const id = await world.upload(`Name,Stage\n${quoted.join('\n')}\n`);
    const values = await world.importDetails.values(
      world.manager,
      await world.importReader.find(world.manager, id),
      1,
    );
    expect(values).toEqual(['Not yet', 'Retired'].map((value) => ({ value, count: spaces.length })));
    expect(new Set(cells.map(tidy))).toEqual(new Set(['Retired', 'Not yet']));
  });
});

const FILE = 'Name,Stage\nA,Live\nA,Live\n,Live\n';
const MAPPING = {
  identity: [0],
  name: 0,
  stage: 1,
  stageValues: [{ value: 'Live', stage: 'PRODUCTION' }],
  dates: [],
  keepOthersAsAttributes: false,
  asOfOn: '2024-12-31',
  livingOnly: true,
};

describe('a list of imports', () => {
  it('takes as many statements for what hangs on each as one', async () => {
    const ids = [await world.import(FILE, MAPPING), await world.import(FILE, MAPPING)];
    const imports = await Promise.all(ids.map((id) => world.importReader.find(world.manager, id)));
    const { importDetails: details } = world;
    const ctx = world.as('PORTFOLIO_MANAGER');
    const counted = async (read: (index: number) => Promise<unknown>): Promise<number> =>
      (await db.statementsOf(() => Promise.all(ids.map((_, index) => read(index))))).length;
    expect(await counted((index) => details.findingSummary(ctx, ids[index]!))).toBe(1);
    expect(await counted((index) => details.values(ctx, imports[index]!, 1))).toBe(1);
    expect(await counted((index) => details.findings(ctx, ids[index]!, { first: 5 }))).toBe(2);

    const [one, other] = await Promise.all(
      ids.map((id) => details.findings(ctx, id, { first: 1, isOpen: true })),
    );
    expect(one).toMatchObject({ totalCount: 2, nodes: [{ rowNumber: 3, code: 'ROW_REPEATED' }] });
    expect(other!.nodes[0]!.id).not.toBe(one!.nodes[0]!.id);
    const after = one!.pageInfo.endCursor;
    const next = await details.findings(ctx, ids[0]!, { first: 1, isOpen: true, after });
    expect(next.nodes).toMatchObject([{ rowNumber: 4, code: 'NAME_MISSING' }]);
    await expect(details.findings(ctx, ids[1]!, { first: 1, isOpen: true, after })).rejects.toMatchObject({
      path: ['after'],
    });
  });

  it('is read from its index, page after page', async () => {
    const id = await world.import(FILE, MAPPING);
    await world.import(FILE, MAPPING);
    const { pageInfo } = await world.importReader.list(world.manager, { first: 1 });
    const [list] = await db.statementsOf(() =>
      world.importReader.list(world.manager, { first: 1, after: pageInfo.endCursor }),
    );
    const tenantId = world.tenant.tenantId;
    const params = [tenantId, new Date().toISOString(), id, 2, null];
    const plan = await db.planOf(world.tenant, list!, params);
    expect(plan).toMatch(/import_by_newest[\s\S]*Index Cond:.*ROW\(created_at, id\)/);
    expect(plan).not.toMatch(/Sort/);

    const findings = await db.statementsOf(() =>
      world.importDetails.findings(world.manager, id, { first: 1, code: 'ROW_REPEATED' }),
    );
    const listFindings = findings.find((sql) => sql.includes('lateral'));
    expect(
      await db.planOf(world.tenant, listFindings!, [tenantId, [id], 'ROW_REPEATED', null, null, 2, null]),
    ).toMatch(/import_finding_by_code[\s\S]*Index Cond:.*import_id = wanted.id.*code/);
  });
});
