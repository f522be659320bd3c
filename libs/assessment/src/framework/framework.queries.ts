import { type Framework, framework, parseFramework } from '@pilotage/frameworks';
import { type MemberId, type TenantReadTx } from '@pilotage/platform';
import { type FrameworkPin } from './pinned-framework.js';

/** A version that the organisation added. */
export interface OwnFramework {
  readonly framework: Framework;
  /** YAML, as it came. */
  readonly source: string;
  readonly createdAt: Date;
  readonly createdBy: MemberId | null;
}

interface OwnFrameworkRow extends FrameworkPin {
  readonly source: string;
  readonly digest: string;
  readonly createdAt: Date;
  readonly createdBy: MemberId | null;
}

const COLUMNS = `framework_id as "frameworkId", version as "frameworkVersion", source, digest,
  created_at as "createdAt", created_by as "createdBy"`;

/** A framework by id and version, the newest version without one: built in or the organisation's own; null when there is none. */
export async function findFramework(
  tx: TenantReadTx,
  id: string,
  version: number | null,
): Promise<Framework | null> {
  const builtIn = framework(id, version ?? undefined);
  if (builtIn) return builtIn;
  const [row] = await tx.query<OwnFrameworkRow>(
    `select ${COLUMNS} from tenant_framework
      where tenant_id = $1 and framework_id = $2 and ($3::int is null or version = $3)
      order by version desc limit 1`,
    [tx.ctx.tenantId, id, version],
  );
  return row ? parsedOf(row) : null;
}

/** The framework versions that assessments are pinned to, in their order; one statement however many. */
export async function frameworksOfPins(
  tx: TenantReadTx,
  pins: readonly FrameworkPin[],
): Promise<Framework[]> {
  const rows = await tx.query<OwnFrameworkRow>(
    `select ${COLUMNS} from tenant_framework where tenant_id = $1
        and (framework_id, version) in (select * from unnest($2::text[], $3::int[]))`,
    [tx.ctx.tenantId, pins.map(({ frameworkId }) => frameworkId), pins.map((pin) => pin.frameworkVersion)],
  );
  return pins.map(({ frameworkId, frameworkVersion }) => {
    const row = rows.find(
      (one) => one.frameworkId === frameworkId && one.frameworkVersion === frameworkVersion,
    );
    if (!row) throw new RangeError(`There is no framework ${frameworkId} version ${frameworkVersion}.`);
    return parsedOf(row);
  });
}

/** All versions of the organisation's own, by id, the newest first. */
export async function ownFrameworks(tx: TenantReadTx): Promise<OwnFramework[]> {
  const rows = await tx.query<OwnFrameworkRow>(
    `select ${COLUMNS} from tenant_framework where tenant_id = $1 order by framework_id, version desc`,
    [tx.ctx.tenantId],
  );
  return rows.map((row) => ({ ...row, framework: parsedOf(row) }));
}

/** One version of the organisation's own; null when there is none. */
export async function findOwnFramework(
  tx: TenantReadTx,
  { frameworkId, frameworkVersion }: FrameworkPin,
): Promise<OwnFramework | null> {
  const [row] = await tx.query<OwnFrameworkRow>(
    `select ${COLUMNS} from tenant_framework where tenant_id = $1 and framework_id = $2 and version = $3`,
    [tx.ctx.tenantId, frameworkId, frameworkVersion],
  );
  return row ? { ...row, framework: parsedOf(row) } : null;
}

const parsed = new Map<string, Framework>();
const MOST_PARSED = 200;

/** Parsed once per content, however many requests ask: versions never change. */
function parsedOf({ digest, source, frameworkId }: OwnFrameworkRow): Framework {
  const known = parsed.get(digest);
  if (known) return known;
  const fresh = parseFramework(`${frameworkId}.yaml`, source);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(digest, fresh);
  return fresh;
}
