import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Problem } from '@kernagenda/shared/domain';
import { Access } from './access/access.decorator';

class HealthView {
  @ApiProperty({ enum: ['ok'] })
  readonly status: 'ok';
}

@ApiTags('health')
@Access('visitor')
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  /** The process answers. */
  @ApiOkResponse({ type: HealthView })
  @Get('live')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** The database answers too; 503 when not. */
  @ApiOkResponse({ type: HealthView })
  @Get('ready')
  async ready(): Promise<HealthView> {
    await this.dataSource.query('SELECT 1').catch(() => {
      throw new Problem('unavailable', 'The database does not answer.');
    });
    return { status: 'ok' };
  }
}
