import { Injectable } from '@nestjs/common';
import { PagePrinter } from '@kernagenda/shared/api';
import type { PrintedPage } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { AgendasService } from './agendas.service';

/** The folder of an agenda as a file, with the name it is kept under. */
export interface Folder extends PrintedPage {
  readonly fileName: string;
}

/** The folder is the page `/kernen/:kern/agenda/folder` on paper, as visitors read it. */
@Injectable()
export class Folders {
  constructor(
    private readonly agendas: AgendasService,
    private readonly printer: PagePrinter,
  ) {}

  /**
   * The folder of the agenda of a village as it is now, or of a version of it. Villages that share an agenda have one
   * folder, whichever of them is asked for.
   * @throws Problem `not_found` for a village or version that does not exist, `unavailable` when nothing can be printed.
   */
  async make(slug: string, version: number | null): Promise<Folder> {
    const { villages, versions } = await this.agendas.find(null, slug);
    if (version !== null && !versions.some(({ number }) => number === version)) throw new Problem('not_found');
    const names = villages.map((village) => village.slug);
    const query = version === null ? '' : `?versie=${version}`;
    const printed = await this.printer.print(`/kernen/${names[0] ?? slug}/agenda/folder${query}`);
    const edition = version === null ? '' : `-versie-${version}`;
    return { ...printed, fileName: `kernagenda-${names.join('-')}${edition}.pdf` };
  }
}
