import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { LexiconPreviewView, PreviewInput } from '@kernagenda/matching/domain/concepts';
import { readLexicon } from './kept-lexicon';
import { LexiconService } from './lexicon.service';
import { PreviewWorker } from './match-worker';

/** What a change of a concept would do to what is public; nothing of it is kept. */
@Injectable()
export class LexiconPreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly lexicon: LexiconService,
    private readonly worker: PreviewWorker,
  ) {}

  /** @throws Problem as saving would */
  async preview({ id, concept }: PreviewInput): Promise<LexiconPreviewView> {
    const changed = this.lexicon.check(concept, id, await readLexicon(this.dataSource));
    return this.worker.ask('preview', { changed });
  }
}
