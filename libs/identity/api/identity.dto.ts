import { Transform } from 'class-transformer';
import { IsEmail, IsOptional, IsUUID, Length, Matches, MaxLength, ValidateIf } from 'class-validator';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { OneLine, PageQuery, Trimmed } from '@kernagenda/shared/api';
import { personLimits, roles, scopeTypes, signInLimits } from '@kernagenda/identity/domain';
import type {
  DemoMailView,
  DemoPersonView,
  MeView,
  PersonView,
  RequestCodeInput,
  Role,
  ScopedRole,
  ScopeType,
  SignInInput,
  UpdateMeInput,
} from '@kernagenda/identity/domain';

export const address = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' ? value.trim().toLowerCase() : value;

export class RequestCodeDto implements RequestCodeInput {
  @ApiProperty({ format: 'email', maxLength: personLimits.email.max })
  @Transform(address)
  @IsEmail()
  @MaxLength(personLimits.email.max)
  readonly email: string;
}

export class SignInDto extends RequestCodeDto implements SignInInput {
  @ApiProperty({ pattern: `^\\d{${signInLimits.codeDigits}}$`, example: '123456' })
  @Trimmed()
  @Matches(new RegExp(`^\\d{${signInLimits.codeDigits}}$`), {
    message: `code must be ${signInLimits.codeDigits} digits`,
  })
  readonly code: string;
}

export class UpdateMeDto implements UpdateMeInput {
  @ApiPropertyOptional({ minLength: personLimits.displayName.min, maxLength: personLimits.displayName.max })
  @IsOptional()
  @OneLine()
  @Length(personLimits.displayName.min, personLimits.displayName.max)
  readonly displayName?: string;

  // A home village can be changed, not taken away: null would lift the rule that staff do not decide at home.
  @ApiPropertyOptional({ format: 'uuid' })
  @ValidateIf((input: UpdateMeDto) => input.homeVillageId !== undefined)
  @IsUUID()
  readonly homeVillageId?: string;
}

export class DemoSignInDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly personId: string;
}

export class DemoMailQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'email' })
  @IsOptional()
  @Transform(address)
  @MaxLength(personLimits.email.max)
  readonly to?: string;
}

export class ScopedRoleDto implements ScopedRole {
  @ApiProperty({ enum: roles })
  readonly role: Role;

  @ApiProperty({ enum: scopeTypes })
  readonly scopeType: ScopeType;

  @ApiProperty({ format: 'uuid' })
  readonly scopeId: string;
}

export class PersonDto implements PersonView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty({ format: 'email' })
  readonly email: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  readonly homeVillageId: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly homeVillageFixedUntil: string | null;

  @ApiProperty({ type: [ScopedRoleDto] })
  readonly roles: readonly ScopedRole[];
}

export class MeDto implements MeView {
  @ApiProperty({ type: PersonDto, nullable: true })
  readonly person: PersonView | null;

  @ApiProperty()
  readonly demo: boolean;
}

export class DemoPersonDto implements DemoPersonView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly displayName: string;

  @ApiProperty({ format: 'email' })
  readonly email: string;

  @ApiProperty()
  readonly description: string;
}

export class DemoMailDto implements DemoMailView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ format: 'email' })
  readonly to: string;

  @ApiProperty()
  readonly subject: string;

  @ApiProperty()
  readonly text: string;

  @ApiProperty({ format: 'date-time' })
  readonly sentAt: string;
}

export class DemoPeoplePageDto {
  @ApiProperty({ type: [DemoPersonDto] })
  readonly items: readonly DemoPersonDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

export class DemoMailPageDto {
  @ApiProperty({ type: [DemoMailDto] })
  readonly items: readonly DemoMailDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}
