import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Meanings } from './embeddings/meanings.service';
import { MatchIndex } from './match-index';
import { MatchingController } from './matching.controller';
import { MatchFlag, MatchFlagMember, MatchText, Resemblance } from './matching.entities';
import { MatchingService } from './matching.service';
import { Resemblances } from './resemblances.service';

@Module({
  imports: [TypeOrmModule.forFeature([MatchFlag, MatchFlagMember, MatchText, Resemblance])],
  controllers: [MatchingController],
  providers: [MatchIndex, MatchingService, Meanings, Resemblances],
})
export class MatchingApiModule {}
