import { Controller, Get, Header } from '@nestjs/common';
import { type Day, todayIn } from '@pilotage/analytics';
import { Public } from '@pilotage/tenancy/api';
import { importTemplate } from './template.js';
import { templateCsv, templateWorkbook } from './template-files.js';

/** `GET /imports/template.csv` and `.xlsx`: the same for everybody, so that a plain link can fetch it. */
@Controller('imports')
export class TemplateController {
  @Public()
  @Get('template.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="pilotage-template.csv"')
  csv(): string {
    return templateCsv(importTemplate(today()));
  }

  @Public()
  @Get('template.xlsx')
  @Header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('content-disposition', 'attachment; filename="pilotage-template.xlsx"')
  workbook(): Promise<Buffer> {
    return templateWorkbook(importTemplate(today()));
  }
}

const today = (): Day => todayIn('UTC', new Date());
