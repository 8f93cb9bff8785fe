import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Equals, IsIn, IsString, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { emailAddress, personLimits } from '@kernagenda/identity/domain';
import { enteredClaimStates } from '@kernagenda/intake/domain';
import type {
  ClaimState,
  ClaimView,
  EnteredClaimState,
  EnteredWishInput,
  EnteredWishView,
} from '@kernagenda/intake/domain';
import { ProposalInputDto } from '@kernagenda/proposals/api';
import { enteredWays, moderationStates, proposalLimits } from '@kernagenda/proposals/domain';
import type { EnteredWay, ModerationState } from '@kernagenda/proposals/domain';
import { OneLine } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

const { title } = proposalLimits;

export class EnteredWishInputDto extends ProposalInputDto implements EnteredWishInput {
  @ApiProperty({ minLength: title.min, maxLength: title.max })
  @OneLine()
  @IsString()
  @Length(title.min, title.max)
  override readonly title: string;

  @ApiProperty({ enum: enteredWays, description: 'How it came in' })
  @IsIn(enteredWays)
  readonly enteredFrom: EnteredWay;

  @ApiProperty({ type: String, format: 'email', nullable: true, maxLength: personLimits.email.max })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))
  @ValidateIf(({ email }: EnteredWishInputDto) => email !== null)
  @Matches(emailAddress)
  @MaxLength(personLimits.email.max)
  readonly email: string | null;

  @ApiProperty({ enum: [true], description: 'Whose wish it is knows that it will be public' })
  @Equals(true)
  readonly hasConsent: true;
}

export class EnteredDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}

class SomebodysWishDto {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ enum: enteredWays })
  readonly enteredFrom: EnteredWay;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

export class EnteredWishDto extends SomebodysWishDto implements EnteredWishView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null while only who took it over may read it' })
  readonly title: string | null;

  @ApiProperty({ enum: moderationStates, nullable: true, description: 'Null where the title is' })
  readonly moderationState: ModerationState | null;

  @ApiProperty({ enum: enteredClaimStates })
  readonly claim: EnteredClaimState;
}

export class EnteredWishPageDto {
  @ApiProperty({ type: [EnteredWishDto] })
  readonly items: readonly EnteredWishDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class EnteringVillagesDto {
  @ApiProperty({ type: [VillageRefDto] })
  readonly items: readonly VillageRefDto[];
}

export class ClaimLinkDto {
  @ApiProperty({ maxLength: 300, description: 'From the mail' })
  @IsString()
  @MaxLength(300)
  readonly token: string;
}

export class ClaimViewDto extends SomebodysWishDto implements ClaimView {
  @ApiProperty()
  readonly title: string;

  @ApiProperty({ description: 'Empty unless it is open' })
  readonly body: string;

  @ApiProperty({ enum: ['open', 'claimed', 'left'] })
  readonly state: ClaimState;
}
