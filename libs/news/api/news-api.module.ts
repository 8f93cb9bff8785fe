import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LettersController } from './letters.controller';
import { StatusLetter, StatusLetterLine } from './letters.entities';
import { LettersReader } from './letters.reader';
import { Letters } from './letters.service';

@Module({
  imports: [TypeOrmModule.forFeature([StatusLetter, StatusLetterLine])],
  controllers: [LettersController],
  providers: [Letters, LettersReader],
})
export class NewsApiModule {}
