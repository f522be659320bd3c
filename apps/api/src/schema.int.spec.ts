import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { createLogger } from '@pilotage/platform';
import { TestDatabase } from '@pilotage/testing';
import { isObjectType } from 'graphql';
import { createApi } from './server.js';

const COMMITTED = new URL('../schema.graphql', import.meta.url);

let db: TestDatabase;
beforeAll(async () => {
  db = await TestDatabase.open();
});
afterAll(() => db.close());

describe('the committed schema', () => {
  // `npm run schema` writes it instead.
  it('is the one the code makes', async () => {
    const schemaFile = join(await mkdtemp(join(tmpdir(), 'pilotage-schema-')), 'schema.graphql');
    const app = await createApi(db.config, createLogger('silent', 'schema'), { schemaFile });
    await app.init();
    await app.close();
    const made = await readFile(schemaFile, 'utf8');
    if (process.env['WRITE_SCHEMA']) await writeFile(COMMITTED, made);
    expect(await readFile(COMMITTED, 'utf8')).toBe(made);
  });
});

describe('a field', () => {
  // Each resolver costs a compiled operation a call; NestJS gives one to every field.
  it('that is a property of its object is read, not called', async () => {
    const app = await createApi(db.config, createLogger('silent', 'schema'));
    await app.init();
    const { schema } = app.get(GraphQLSchemaHost);
    await app.close();
    const resolverOf = (type: string, field: string): unknown => {
      const found = schema.getType(type);
      return isObjectType(found) ? found.getFields()[field]?.resolve : 'no such type';
    };
    expect(resolverOf('Score', 'numerator')).toBeUndefined();
    expect(resolverOf('Assessment', 'score')).toBeUndefined();
    expect(resolverOf('Initiative', 'assessments')).toBeInstanceOf(Function);
  });
});
