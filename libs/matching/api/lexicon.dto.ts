import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  conceptLimits,
  conceptOrigins,
  conceptUnits,
  flagChanges,
  purchaseGroups,
} from '@kernagenda/matching/domain/concepts';
import type {
  ConceptInput,
  ConceptLine,
  ConceptOrigin,
  ConceptRef,
  ConceptView,
  FlagChange,
  LexiconPreviewView,
  PreviewFlagView,
  PreviewInput,
  PreviewMemberView,
  PreviewPointView,
  UnrecognisedPoint,
} from '@kernagenda/matching/domain/concepts';
import { proposalKinds, themes } from '@kernagenda/proposals/domain';
import type { ProposalKind, Theme } from '@kernagenda/proposals/domain';
import { PageQuery } from '@kernagenda/shared/api';
import { VillageRefDto } from '@kernagenda/villages/api';

export class LexiconQuery extends PageQuery {
  @ApiPropertyOptional({ maxLength: conceptLimits.search.max, description: 'Part of a name or of a term' })
  @IsOptional()
  @IsString()
  @MaxLength(conceptLimits.search.max)
  readonly search: string = '';
}

export class UnrecognisedQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only this point' })
  @IsOptional()
  @IsUUID()
  readonly point?: string;
}

const words: { type: [StringConstructor]; maxItems: number } = { type: [String], maxItems: conceptLimits.terms.max };

/** Only shapes are looked at here; `conceptFaults` says the rest, all at once. */
export class ConceptInputDto implements ConceptInput {
  @ApiProperty({ minLength: conceptLimits.label.min, maxLength: conceptLimits.label.max })
  @IsString()
  readonly label: string;

  @ApiProperty({ enum: themes })
  @IsString()
  readonly theme: Theme;

  @ApiProperty({ enum: proposalKinds })
  @IsString()
  readonly kind: ProposalKind;

  @ApiProperty({ enum: purchaseGroups, type: String, nullable: true, description: 'Null when nothing is bought' })
  @ValidateIf(({ purchase }: ConceptInputDto) => purchase !== null)
  @IsString()
  readonly purchase: string | null;

  @ApiProperty({ enum: conceptUnits, type: String, nullable: true })
  @ValidateIf(({ unit }: ConceptInputDto) => unit !== null)
  @IsString()
  readonly unit: string | null;

  @ApiProperty({ ...words, description: 'Words and short phrases' })
  @IsArray()
  @IsString({ each: true })
  readonly terms: readonly string[];

  @ApiProperty({ ...words, description: 'Terms with a second meaning: they count only beside another sign' })
  @IsArray()
  @IsString({ each: true })
  readonly ambiguous: readonly string[];

  @ApiProperty({ ...words, description: 'Words that mean the text is about something else after all' })
  @IsArray()
  @IsString({ each: true })
  readonly unless: readonly string[];

  @ApiProperty({ type: [String], description: 'Ids of concepts that serve the same wish by another means' })
  @IsArray()
  @IsString({ each: true })
  readonly near: readonly string[];

  @ApiProperty({ type: [String], description: 'Ids of concepts of the same field that are another project' })
  @IsArray()
  @IsString({ each: true })
  readonly related: readonly string[];

  @ApiProperty({ maxLength: conceptLimits.context.max, description: 'Words of stories about it, with blanks between' })
  @IsString()
  readonly context: string;
}

class ConceptRefDto implements ConceptRef {
  @ApiProperty()
  readonly id: string;

  @ApiProperty()
  readonly label: string;
}

class ConceptLineDto extends ConceptRefDto implements ConceptLine {
  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ type: 'integer' })
  readonly termCount: number;

  @ApiProperty({ enum: conceptOrigins })
  readonly origin: ConceptOrigin;
}

export class ConceptDto extends ConceptRefDto implements ConceptView {
  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ enum: proposalKinds })
  readonly kind: ProposalKind;

  @ApiProperty({ enum: purchaseGroups, type: String, nullable: true })
  readonly purchase: string | null;

  @ApiProperty({ enum: conceptUnits, type: String, nullable: true })
  readonly unit: string | null;

  @ApiProperty({ type: [String] })
  readonly terms: readonly string[];

  @ApiProperty({ type: [String] })
  readonly ambiguous: readonly string[];

  @ApiProperty({ type: [String] })
  readonly unless: readonly string[];

  @ApiProperty({ type: [ConceptRefDto] })
  readonly near: readonly ConceptRefDto[];

  @ApiProperty({ type: [ConceptRefDto] })
  readonly related: readonly ConceptRefDto[];

  @ApiProperty()
  readonly context: string;

  @ApiProperty({ enum: conceptOrigins })
  readonly origin: ConceptOrigin;

  @ApiProperty({ type: 'integer', description: 'The number for If-Match; 0 for one as it was shipped' })
  readonly version: number;
}

class PageDto {
  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class ConceptPageDto extends PageDto {
  @ApiProperty({ type: [ConceptLineDto] })
  readonly items: readonly ConceptLineDto[];
}

class PreviewMemberDto implements PreviewMemberView {
  @ApiProperty({ format: 'uuid' })
  readonly proposalId: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;
}

class UnrecognisedPointDto extends PreviewMemberDto implements UnrecognisedPoint {
  @ApiProperty({ enum: themes, type: String, nullable: true })
  readonly theme: Theme | null;

  @ApiProperty({ enum: proposalKinds, type: String, nullable: true })
  readonly kind: ProposalKind | null;

  @ApiProperty({ type: [String], description: 'Words of its title that say something' })
  readonly words: readonly string[];
}

export class UnrecognisedPageDto extends PageDto {
  @ApiProperty({ type: [UnrecognisedPointDto] })
  readonly items: readonly UnrecognisedPointDto[];
}

export class PreviewInputDto implements PreviewInput {
  @ApiProperty({ type: String, nullable: true, description: 'Null for a concept that does not exist yet' })
  @ValidateIf(({ id }: PreviewInputDto) => id !== null)
  @IsString()
  readonly id: string | null;

  @ApiProperty({ type: ConceptInputDto })
  @IsObject()
  @ValidateNested()
  @Type(() => ConceptInputDto)
  readonly concept: ConceptInputDto;
}

class PreviewPointDto extends PreviewMemberDto implements PreviewPointView {
  @ApiProperty({ type: [String], description: 'Names of concepts, heaviest first' })
  readonly before: readonly string[];

  @ApiProperty({ type: [String] })
  readonly after: readonly string[];
}

class PreviewFlagDto implements PreviewFlagView {
  @ApiProperty({ enum: flagChanges })
  readonly change: FlagChange;

  @ApiProperty()
  readonly label: string;

  @ApiProperty({ type: [PreviewMemberDto] })
  readonly joined: readonly PreviewMemberDto[];

  @ApiProperty({ type: [PreviewMemberDto] })
  readonly left: readonly PreviewMemberDto[];
}

class FlagCountsDto implements Readonly<Record<FlagChange, number>> {
  @ApiProperty({ type: 'integer' })
  readonly appears: number;

  @ApiProperty({ type: 'integer' })
  readonly grows: number;

  @ApiProperty({ type: 'integer' })
  readonly shrinks: number;

  @ApiProperty({ type: 'integer' })
  readonly goes: number;
}

export class LexiconPreviewDto implements LexiconPreviewView {
  @ApiProperty({ type: 'integer' })
  readonly pointCount: number;

  @ApiProperty({ type: [PreviewPointDto] })
  readonly points: readonly PreviewPointDto[];

  @ApiProperty({ type: FlagCountsDto })
  readonly flagCounts: FlagCountsDto;

  @ApiProperty({ type: [PreviewFlagDto] })
  readonly flags: readonly PreviewFlagDto[];
}
