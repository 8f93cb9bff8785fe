import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Access } from '@kernagenda/shared/api';
import { ExportsService, mostExported } from './exports.service';

class ExportQuery {
  @ApiPropertyOptional({ description: 'Slug of a village; all of them without it' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly village?: string;
}

const description = `What everybody may read, the newest first, at most ${mostExported} points`;
const object = { type: 'object', additionalProperties: true } as const;

@ApiTags('exports')
@Access('visitor')
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  /** The points everybody may read, as CSV for a spreadsheet; no cell computes anything. */
  @Get('points.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kernagenda.csv"')
  @ApiOkResponse({ description, content: { 'text/csv': { schema: { type: 'string' } } } })
  exportCsv(@Query() { village }: ExportQuery): Promise<string> {
    return this.exports.toCsv(village ?? null);
  }

  /** The same as JSON. */
  @Get('points.json')
  @Header('content-disposition', 'attachment; filename="kernagenda.json"')
  @ApiOkResponse({ description, content: { 'application/json': { schema: object } } })
  exportJson(@Query() { village }: ExportQuery): Promise<object> {
    return this.exports.toJson(village ?? null);
  }

  /** The same as GeoJSON: each point in the middle of its village. */
  @Get('points.geojson')
  @Header('content-type', 'application/geo+json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="kernagenda.geojson"')
  @ApiOkResponse({ description, content: { 'application/geo+json': { schema: object } } })
  exportGeoJson(@Query() { village }: ExportQuery): Promise<object> {
    return this.exports.toGeoJson(village ?? null);
  }
}
