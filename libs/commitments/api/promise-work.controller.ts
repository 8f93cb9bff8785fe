import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { PromiseWork } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CurrentActor } from '@kernagenda/shared/api';
import { PromiseWorkService } from './promise-work.service';
import { PromiseWorkDto } from './promise-work.dto';

@ApiTags('commitments')
@Controller('commitments/work')
export class PromiseWorkController {
  constructor(private readonly work: PromiseWorkService) {}

  /** What this broker or official has to see to: promises, points without news, villages without a proposal. */
  @Get()
  @Access('role:broker', 'role:official')
  @ApiOkResponse({ type: PromiseWorkDto })
  find(@CurrentActor() actor: Actor): Promise<PromiseWork> {
    return this.work.find(actor);
  }
}
