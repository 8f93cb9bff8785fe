import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Meanings } from './embeddings/meanings.service';
import { FlagsController } from './flags.controller';
import { FlagsService } from './flags.service';
import { LexiconPreviews } from './lexicon-previews.service';
import { LexiconController } from './lexicon.controller';
import { LexiconChange } from './lexicon.entity';
import { LexiconService } from './lexicon.service';
import { MatchWorker, PreviewWorker } from './match-worker';
import { MatchingController } from './matching.controller';
import { MatchAmount, MatchFlag, MatchFlagMember, MatchText, Resemblance } from './matching.entities';
import { MatchingService } from './matching.service';
import { Resemblances } from './resemblances.service';

@Module({
  imports: [TypeOrmModule.forFeature([LexiconChange, MatchAmount, MatchFlag, MatchFlagMember, MatchText, Resemblance])],
  controllers: [FlagsController, LexiconController, MatchingController],
  providers: [
    FlagsService,
    LexiconPreviews,
    LexiconService,
    MatchWorker,
    MatchingService,
    Meanings,
    PreviewWorker,
    Resemblances,
  ],
})
export class MatchingApiModule {}
