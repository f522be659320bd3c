import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  currentFramework,
  type Framework,
  framework,
  FrameworkFileError,
  parseFramework,
  type Questionnaire,
} from '@pilotage/frameworks';
import { BadInputError, NotFoundError, UnitOfWork } from '@pilotage/platform';
import { type RequestContext } from '@pilotage/tenancy';
import { findFramework, findOwnFramework, type OwnFramework, ownFrameworks } from './framework.queries.js';
import { type FrameworkPin } from './pinned-framework.js';

const MOST_CHARACTERS = 200_000;
const MOST_VERSIONS = 100;
const MOST_MISTAKES = 20;

/** Frameworks as members read them, and the organisation's own questionnaires. */
@Injectable()
export class FrameworkService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The built-in framework without an id, the newest version without a version. @throws NotFoundError */
  async find(ctx: RequestContext, id: string | null, version: number | null): Promise<Framework> {
    const found = await this.unitOfWork.read(ctx, (tx) =>
      findFramework(tx, id ?? currentFramework().id, version),
    );
    if (!found) throw new NotFoundError('framework version');
    return found;
  }

  own(ctx: RequestContext): Promise<OwnFramework[]> {
    return this.unitOfWork.read(ctx, ownFrameworks);
  }

  /** @throws NotFoundError */
  async ownVersion(ctx: RequestContext, pin: FrameworkPin): Promise<OwnFramework> {
    const found = await this.unitOfWork.read(ctx, (tx) => findOwnFramework(tx, pin));
    if (!found) throw new NotFoundError('framework version');
    return found;
  }

  /**
   * Adds a version of a questionnaire. The same file again finds the version that it made.
   *
   * @throws BadInputError with every mistake of the file, or when its id or version is taken
   */
  add(ctx: RequestContext, source: string): Promise<OwnFramework> {
    const questionnaire = questionnaireOf(source);
    const { id, version, name } = questionnaire;
    const digest = createHash('sha256').update(source).digest('hex');
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('framework ' || $1, 0))`, [ctx.tenantId]);
      const known = await ownFrameworks(tx);
      const isIt = (own: OwnFramework) => own.framework.id === id && own.framework.version === version;
      const taken = known.find(isIt);
      if (taken && taken.source === source) return taken;
      if (taken)
        throw refused(
          `Version ${version} of ${id} is there already, with other content. A version never changes: give the file a higher one.`,
        );
      if (known.length >= MOST_VERSIONS) throw refused(`At most ${MOST_VERSIONS} versions can be kept.`);
      const made = { source, createdAt: new Date(), createdBy: ctx.memberId };
      await tx.insert('tenant_framework', { ...made, frameworkId: id, version, name, digest });
      return { ...made, framework: questionnaire };
    });
  }
}

function questionnaireOf(source: string): Questionnaire {
  if (source.length > MOST_CHARACTERS) throw refused(`The file has more than ${MOST_CHARACTERS} characters.`);
  const parsed = parse(source);
  if (parsed.kind !== 'QUESTIONNAIRE')
    throw refused('kind: must be QUESTIONNAIRE; readiness is judged by the built-in framework alone.');
  if (framework(parsed.id)) throw refused(`id: ${parsed.id} is the built-in framework. Choose another id.`);
  return parsed;
}

function parse(source: string): Framework {
  try {
    return parseFramework('The file', source);
  } catch (error) {
    if (!(error instanceof FrameworkFileError)) throw error;
    const { mistakes } = error;
    const beyond = mistakes.length - MOST_MISTAKES;
    throw refused(
      [...mistakes.slice(0, MOST_MISTAKES), ...(beyond > 0 ? [`and ${beyond} more`] : [])].join('\n'),
    );
  }
}

const refused = (message: string): BadInputError =>
  new BadInputError(message, ['source'], 'FRAMEWORK_INVALID');
