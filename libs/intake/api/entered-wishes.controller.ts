import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimView, EnteredWishView } from '@kernagenda/intake/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Access, CreatingCall, CurrentActor, PageQuery, decodeCursor } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import {
  ClaimLinkDto,
  ClaimViewDto,
  EnteredDto,
  EnteredWishInputDto,
  EnteredWishPageDto,
  EnteringVillagesDto,
} from './entered-wishes.dto';
import { EnteredWishesService } from './entered-wishes.service';
import { WishClaims } from './wish-claims.service';

@ApiTags('intake')
@Access('role:group_member', 'role:secretary', 'role:broker')
@Controller('entered-wishes')
export class EnteredWishesController {
  constructor(private readonly wishes: EnteredWishesService) {}

  /** What this person wrote down for others, newest first. */
  @Get()
  @ApiOkResponse({ type: EnteredWishPageDto })
  listEnteredWishes(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<EnteredWishView>> {
    return this.wishes.list(actor, limit, decodeCursor(cursor, ['instant', 'id']));
  }

  /** The villages for which this person may write wishes down, by name. */
  @Get('villages')
  @ApiOkResponse({ type: EnteringVillagesDto })
  async listEnteringVillages(@CurrentActor() actor: Actor): Promise<{ readonly items: readonly VillageRef[] }> {
    return { items: await this.wishes.listVillages(actor) };
  }

  /** Group or broker sends in what somebody else wishes; who left an address gets a link to take it over. */
  @Post()
  @ApiCreatedResponse({ type: EnteredDto })
  enterWish(
    @CurrentActor() actor: Actor,
    @Body() input: EnteredWishInputDto,
    @CreatingCall() call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    return this.wishes.enter(actor, input, call);
  }
}

/** For who reads the mail about a wish of theirs: the signed link says which. */
@ApiTags('intake')
@Access('visitor')
@Controller('claim-links')
export class ClaimLinksController {
  constructor(private readonly claims: WishClaims) {}

  /** What the link is about; changes nothing. 400 `invalid_code` for every link that does not work. */
  @Get()
  @ApiOkResponse({ type: ClaimViewDto })
  getClaim(@Query() { token }: ClaimLinkDto): Promise<ClaimView> {
    return this.claims.getByLink(token);
  }

  /** Takes the wish over; 403 for who signed in with another address than that of the mail. */
  @Post('claim')
  @Access('person')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimViewDto })
  claimWish(@CurrentActor() actor: Actor, @Body() { token }: ClaimLinkDto): Promise<ClaimView> {
    return this.claims.claim(actor, token);
  }

  /** It is not theirs: the address is forgotten. */
  @Post('leave')
  @HttpCode(200)
  @ApiOkResponse({ type: ClaimViewDto })
  leaveWish(@Body() { token }: ClaimLinkDto): Promise<ClaimView> {
    return this.claims.leave(token);
  }
}
