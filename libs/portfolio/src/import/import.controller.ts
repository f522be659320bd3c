import { Controller, Headers, type OnModuleInit, Post, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BadInputError } from '@pilotage/platform';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { SheetChoiceError } from './file/refused.js';
import { ImportUploadService } from './import-upload.service.js';

/** Types under which browsers and scripts send files; Fastify hands their bodies over unread. */
const FILE_TYPES = [
  'application/octet-stream',
  'text/csv',
  'application/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
const DISCARD_MS = 30_000;
const FILE_NAME_HEADER = 'x-file-name';
const SHEET_HEADER = 'x-sheet';
const KEY_HEADER = 'idempotency-key';

/**
 * `POST /imports` with the file as body; answers the id of the import, or what is wrong with the file. With an
 * `idempotency-key` the same file may be sent again, within 24 hours, when the answer was lost: it is stored once.
 * Of a workbook with several sheets that hold data the answer names them; sent again with `x-sheet`, one is taken.
 */
@Controller('imports')
export class ImportController implements OnModuleInit {
  constructor(
    private readonly uploads: ImportUploadService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server: FastifyInstance = this.adapter.httpAdapter.getInstance();
    for (const type of FILE_TYPES) {
      if (!server.hasContentTypeParser(type))
        server.addContentTypeParser(type, (_request, body, done) => done(null, body));
    }
  }

  @Requires('import.run')
  @Post()
  async upload(
    @Ctx() ctx: RequestContext,
    @Req() request: FastifyRequest,
    @Headers(FILE_NAME_HEADER) fileName: string | undefined,
    @Headers(SHEET_HEADER) sheet: string | undefined,
    @Headers(KEY_HEADER) idempotencyKey: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const body = bodyOf(request);
      // Left open when reading stops early: the answer travels on the same connection.
      const bytes: AsyncIterable<Buffer> = body.iterator({ destroyOnReturn: false });
      const upload = {
        fileName: decoded(fileName ?? ''),
        body: bytes,
        sheet: sheet === undefined ? undefined : decoded(sheet),
        idempotencyKey,
      };
      const id = await this.uploads.upload(ctx, upload);
      await reply.code(201).send({ id });
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error;
      await discard(request.body);
      await reply
        .code(error.reason === 'FILE_TOO_LARGE' ? 413 : 400)
        .header('connection', 'close')
        .send({
          code: error.reason,
          message: error.message,
          path: error.path,
          ...(error instanceof SheetChoiceError ? { sheets: error.sheets } : {}),
        });
    }
  }
}

/**
 * Reads the rest of a refused body into nothing: a browser that is still sending does not read the answer. Whoever
 * sends for longer is cut off.
 */
async function discard(body: unknown): Promise<void> {
  if (!(body instanceof Readable)) return;
  await Promise.race([
    finished(body.resume()).catch(() => undefined),
    delay(DISCARD_MS, undefined, { ref: false }),
  ]);
}

function bodyOf({ body }: FastifyRequest): Readable {
  if (body instanceof Readable) return body;
  throw new BadInputError(
    `Send the file as the body, with content-type ${FILE_TYPES[0]}.`,
    ['file'],
    'FILE_MISSING',
  );
}

/** Headers carry Latin letters only, so pages send names percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
