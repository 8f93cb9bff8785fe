import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine } from '@kernagenda/shared/api';
import { colourPattern, municipalityLimits } from '@kernagenda/villages/domain/settings';
import type {
  ChosenColours,
  MunicipalityInput,
  MunicipalitySettings,
  SchemeColours,
} from '@kernagenda/villages/domain/settings';

const { name, address, telephone, email, website, readWithinDays, answerWithinDays } = municipalityLimits;

/** Six hexadecimal digits, kept in lower case; nothing else ever reaches a stylesheet. */
function Colour(): PropertyDecorator {
  const decorators = [
    ApiPropertyOptional({ pattern: colourPattern.source, description: '#rrggbb; that of the house when left out' }),
    Transform(({ value }: { readonly value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    IsOptional(),
    IsString(),
    Matches(colourPattern),
  ];
  return (target, key) => decorators.forEach((decorate) => decorate(target, key as string));
}

class SchemeColoursDto implements SchemeColours {
  @Colour()
  readonly river?: string;

  @Colour()
  readonly 'river-deep'?: string;

  @Colour()
  readonly orchard?: string;

  @Colour()
  readonly blossom?: string;

  @Colour()
  readonly foot?: string;
}

class ChosenColoursDto implements ChosenColours {
  @ApiProperty({ type: SchemeColoursDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => SchemeColoursDto)
  readonly light: SchemeColoursDto;

  @ApiProperty({ type: SchemeColoursDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => SchemeColoursDto)
  readonly dark: SchemeColoursDto;
}

export class MunicipalityInputDto implements MunicipalityInput {
  @ApiProperty({ minLength: name.min, maxLength: name.max })
  @OneLine()
  @IsString()
  @Length(name.min, name.max)
  readonly name: string;

  @ApiProperty({ maxLength: address.max })
  @OneLine()
  @IsString()
  @MaxLength(address.max)
  readonly address: string;

  @ApiProperty({ maxLength: telephone.max, description: 'Digits, blanks, and + - ( ); or empty' })
  @OneLine()
  @IsString()
  @MaxLength(telephone.max)
  @Matches(/^[\d +()-]*$/)
  readonly telephone: string;

  @ApiProperty({ maxLength: email.max, description: 'One address, or empty' })
  @OneLine()
  @IsString()
  @MaxLength(email.max)
  @Matches(/^([^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+)?$/)
  readonly email: string;

  @ApiProperty({ maxLength: website.max, description: 'An address that begins with https://, or empty' })
  @OneLine()
  @IsString()
  @MaxLength(website.max)
  @Matches(/^(https:\/\/[^\s/<>"]+\.[^\s<>"]+)?$/)
  readonly website: string;

  @ApiProperty({ type: 'integer', minimum: readWithinDays.min, maximum: readWithinDays.max })
  @IsInt()
  @Min(readWithinDays.min)
  @Max(readWithinDays.max)
  readonly readWithinDays: number;

  @ApiProperty({ type: 'integer', minimum: answerWithinDays.min, maximum: answerWithinDays.max })
  @IsInt()
  @Min(answerWithinDays.min)
  @Max(answerWithinDays.max)
  readonly answerWithinDays: number;

  @ApiProperty({
    type: ChosenColoursDto,
    description: 'Refused where the contrast is too low, with the pair and ratio',
  })
  @IsDefined()
  @ValidateNested()
  @Type(() => ChosenColoursDto)
  readonly colours: ChosenColoursDto;

  @ApiProperty({ description: 'Public texts may go to an embedding model outside the private network of the host' })
  @IsBoolean()
  readonly allowsPublicEmbeddings: boolean;
}

export class MunicipalitySettingsDto extends MunicipalityInputDto implements MunicipalitySettings {
  @ApiProperty({ type: 'integer', description: 'The number for If-Match; 0 while there is no municipality' })
  readonly version: number;
}
