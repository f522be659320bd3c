import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Requires } from '@pilotage/tenancy/api';
import type { FastifyReply } from 'fastify';
import { FindingsFileService } from './findings-file.js';
import type { FindingsKind } from './findings-file.queries.js';

/**
 * `GET /imports/:id/findings.csv`: the rows in which something was found, to be mended and imported. `kind` is the code
 * of a finding, or `skipped`; without it all that somebody should look at.
 */
@Controller('imports')
export class FindingsFileController {
  constructor(private readonly files: FindingsFileService) {}

  @Requires('import.run')
  @Get(':id/findings.csv')
  async download(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Query('kind') kind: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileName, body } = await this.files.open(ctx, id, kindOf(kind));
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .header('cache-control', 'no-store')
      .send(body);
  }
}

function kindOf(text: string | undefined): FindingsKind {
  if (!text) return null;
  return text === 'skipped' ? 'SKIPPED' : { code: text };
}
