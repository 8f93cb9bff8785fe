import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { fileFaults } from '@kernagenda/intake/domain/imports';
import { ImportsClient, fileFaultWords, importsResource } from '@kernagenda/intake/web/imports';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { ApiError, Page, dayName } from '@kernagenda/shared/web';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';

const listPath = '/beheer/import';

/** Brings a file with points, or rows that are pasted; and the files that were brought before. */
@Component({
  selector: 'ka-import-page',
  imports: [Control, Empty, ErrorSummary, Failure, Field, Icon, RouterLink, Skeleton],
  templateUrl: './import-page.html',
})
export class ImportPage {
  private readonly client = inject(ImportsClient);
  private readonly router = inject(Router);
  protected readonly nl = nl;
  protected readonly listPath = listPath;
  protected readonly dayName = dayName;
  protected readonly answer = importsResource();
  protected readonly draft = formDraft('import', { text: '' });
  protected readonly state = new FormState(
    'import',
    { file: nl.send.nothing },
    { too_many_requests: nl.send.busyElsewhere },
  );
  private readonly file = signal<File | null>(null);
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected choose(chooser: HTMLInputElement): void {
    this.file.set(chooser.files?.[0] ?? null);
    this.key = crypto.randomUUID();
  }

  protected write(text: string): void {
    this.draft.set({ text });
    this.key = crypto.randomUUID();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [file, { text }] = [this.file(), this.draft()];
    const count = Number(file !== null) + Number(text.trim() !== '');
    const faults = count === 1 ? {} : { file: count === 0 ? nl.send.nothing : nl.send.both };
    await this.state.send(faults, async () => {
      const content = file ?? new Blob([text], { type: 'text/plain' });
      const name = file?.name ?? nl.send.paste.name;
      const batch = await this.client.send(content, name, this.key).catch((error: unknown) => {
        throw this.explained(error);
      });
      this.draft.set({ text: '' });
      await this.router.navigate([listPath, batch.id]);
    });
    // Last, for the form says of itself that what the API refuses as a whole is about no field.
    if (this.refusal) this.state.faults.set({ file: this.refusal });
    this.refusal = '';
  }

  private refusal = '';

  /** Why a file cannot be read belongs to the field it was chosen in. */
  private explained(error: unknown): unknown {
    const detail = error instanceof ApiError ? error.problem?.errors?.[0]?.detail : undefined;
    const fault = fileFaults.find((one) => one === detail);
    if (fault) this.refusal = fileFaultWords[fault];
    return error;
  }
}
