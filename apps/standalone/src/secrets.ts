import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupProblem } from './startup-problem.js';

/** A random secret per name. */
export type Secrets<Name extends string> = Readonly<Record<Name, string>>;

/**
 * The secrets of this installation, made at first start and kept in a file that only its owner may read. Names that a
 * later version adds are made when first asked for; a secret that exists never changes and has no default.
 */
export async function loadSecrets<Name extends string>(
  folder: string,
  names: readonly Name[],
): Promise<Secrets<Name>> {
  const file = join(folder, 'secrets.json');
  const known = await read(folder, file);
  const complete = { ...known };
  for (const name of names) complete[name] ??= randomBytes(32).toString('base64url');
  if (names.some((name) => known[name] === undefined)) await write(file, complete);
  else await chmod(file, 0o600);
  return Object.fromEntries(names.map((name) => [name, complete[name]])) as Secrets<Name>;
}

async function read(folder: string, file: string): Promise<Record<string, string>> {
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  if (!existsSync(join(folder, 'postgres'))) return {};
  throw new StartupProblem(
    `${file} is missing, and the database beside it opens with its passwords only. Restore the file from your copy ` +
      'of the data folder. (Deleting the whole data folder starts afresh, without your data.)',
  );
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
async function write(file: string, secrets: Record<string, string>): Promise<void> {
  const draft = await open(`${file}.new`, 'w', 0o600);
  await draft.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
  await draft.sync();
  await draft.close();
  await rename(`${file}.new`, file);
}
