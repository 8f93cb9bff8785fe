import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NewsController } from './items.controller';
import { VillageNews } from './items.entities';
import { News } from './items.service';
import { LettersController } from './letters.controller';
import { StatusLetter, StatusLetterLine } from './letters.entities';
import { LettersReader } from './letters.reader';
import { Letters } from './letters.service';

@Module({
  imports: [TypeOrmModule.forFeature([StatusLetter, StatusLetterLine, VillageNews])],
  controllers: [LettersController, NewsController],
  providers: [Letters, LettersReader, News],
})
export class NewsApiModule {}
