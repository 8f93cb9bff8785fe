import { Body, Controller, Get, Header, Put, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, IfMatch } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import type { MunicipalitySettings } from '@kernagenda/villages/domain/settings';
import { CachedAnswer } from './cached-answer';
import { MunicipalityInputDto, MunicipalitySettingsDto } from './settings.dto';
import { SettingsService } from './settings.service';

@ApiTags('municipality')
@Controller('municipality')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  /** The settings of the municipality; those of the house and version 0 while there is none. */
  @Get('settings')
  @Access('role:admin')
  @ApiOkResponse({ type: MunicipalitySettingsDto })
  getSettings(): Promise<MunicipalitySettings> {
    return this.settings.get();
  }

  /** Changes the settings, all at once. Needs `If-Match`; 400 names every pair of colours that is too hard to read. */
  @Put('settings')
  @Access('role:admin')
  @ApiOkResponse({ type: MunicipalitySettingsDto })
  saveSettings(
    @CurrentActor() actor: Actor,
    @Body() input: MunicipalityInputDto,
    @IfMatch() seenVersion: number,
  ): Promise<MunicipalitySettings> {
    return this.settings.save(actor, input, seenVersion);
  }

  /** The colours the municipality chose, as a stylesheet over that of the pages; empty when it chose none. */
  @Get('theme.css')
  @Access('visitor')
  @UseInterceptors(CachedAnswer)
  @Header('content-type', 'text/css; charset=utf-8')
  @ApiProduces('text/css')
  @ApiOkResponse({ schema: { type: 'string' } })
  getTheme(): Promise<string> {
    return this.settings.getStylesheet();
  }
}
