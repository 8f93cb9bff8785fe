import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { residencyLimits } from '@kernagenda/villages/domain/residency';
import type {
  CodeBatchInput,
  CodeBatchState,
  CodeBatchView,
  MadeCodes,
  ProveInput,
  ResidencyView,
  WithdrawBatchInput,
} from '@kernagenda/villages/domain/residency';
import { VillageRefDto } from '../villages.dto';

const { codes, uses, typedCode, typedPostcode } = residencyLimits;

export class CodeBatchInputDto implements CodeBatchInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly villageId: string;

  @ApiProperty({ type: 'integer', minimum: codes.min, maximum: codes.max, description: 'One for each letterbox' })
  @IsInt()
  @Min(codes.min)
  @Max(codes.max)
  readonly codes: number;

  @ApiProperty({ type: 'integer', minimum: uses.min, maximum: uses.max, description: 'People who use one code' })
  @IsInt()
  @Min(uses.min)
  @Max(uses.max)
  readonly usesPerCode: number;

  @ApiProperty({ type: String, format: 'date', description: 'The last day, at most a year ahead' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly validUntil: string;
}

export class WithdrawBatchDto implements WithdrawBatchInput {
  @ApiProperty({ description: 'Also takes back what was proven with its codes' })
  @IsBoolean()
  readonly takesBackProofs: boolean;
}

export class CodeBatchDto implements CodeBatchView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: 'integer' })
  readonly codes: number;

  @ApiProperty({ type: 'integer' })
  readonly usesPerCode: number;

  @ApiProperty({ format: 'date' })
  readonly validUntil: string;

  @ApiProperty({ format: 'date-time' })
  readonly createdAt: string;

  @ApiProperty({ enum: ['open', 'over', 'withdrawn'] })
  readonly state: CodeBatchState;

  @ApiProperty({ type: 'integer', description: 'Codes that were used at least once' })
  readonly usedCodes: number;

  @ApiProperty({ type: 'integer', description: 'People who count as residents by it now' })
  readonly proven: number;

  @ApiProperty()
  readonly areProofsTakenBack: boolean;
}

export class CodeBatchPageDto {
  @ApiProperty({ type: [CodeBatchDto] })
  readonly items: readonly CodeBatchDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class MadeCodesDto implements MadeCodes {
  @ApiProperty({ type: CodeBatchDto })
  readonly batch: CodeBatchDto;

  @ApiProperty({ type: [String], description: 'Told this once, and kept nowhere' })
  readonly codes: readonly string[];
}

export class CodeVillagesDto {
  @ApiProperty({ type: [VillageRefDto] })
  readonly items: readonly VillageRefDto[];
}

export class ProveDto implements ProveInput {
  @ApiProperty({ maxLength: typedCode.max, description: 'As it is printed; blanks, hyphens and case do not matter' })
  @IsString()
  @MaxLength(typedCode.max)
  readonly code: string;

  @ApiProperty({ maxLength: typedPostcode.max, description: 'Four digits; letters are ignored, nothing is kept' })
  @IsString()
  @MaxLength(typedPostcode.max)
  readonly postcode: string;
}

class ResidencyProofDto {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ format: 'date-time' })
  readonly provenAt: string;
}

export class ResidencyDto implements ResidencyView {
  @ApiProperty({ type: ResidencyProofDto, nullable: true })
  readonly proof: ResidencyProofDto | null;
}
