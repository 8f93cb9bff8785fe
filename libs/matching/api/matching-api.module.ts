import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Meanings } from './embeddings/meanings.service';
import { FlagsController } from './flags.controller';
import { FlagsService } from './flags.service';
import { MatchWorker } from './match-worker';
import { MatchingController } from './matching.controller';
import { MatchAmount, MatchFlag, MatchFlagMember, MatchText, Resemblance } from './matching.entities';
import { MatchingService } from './matching.service';
import { Resemblances } from './resemblances.service';

@Module({
  imports: [TypeOrmModule.forFeature([MatchAmount, MatchFlag, MatchFlagMember, MatchText, Resemblance])],
  controllers: [FlagsController, MatchingController],
  providers: [FlagsService, MatchWorker, MatchingService, Meanings, Resemblances],
})
export class MatchingApiModule {}
