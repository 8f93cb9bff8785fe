import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MatchingApiModule } from '@kernagenda/matching/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { BatchJob } from './batch-job.service';
import { BatchLists } from './batch-lists.service';
import { Batches } from './batches.service';
import { FileReader } from './file-reader';
import { ImportsController } from './imports.controller';
import { ImportBatch, ImportColumns } from './imports.entities';
import { RowsCheck } from './rows-check';

@Module({
  imports: [MatchingApiModule, ProposalsApiModule, TypeOrmModule.forFeature([ImportBatch, ImportColumns])],
  controllers: [ImportsController],
  providers: [BatchJob, BatchLists, Batches, FileReader, RowsCheck],
})
export class ImportsModule {}
