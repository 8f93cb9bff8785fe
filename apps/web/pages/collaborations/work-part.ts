import { Component, computed, inject, signal } from '@angular/core';
import {
  type AgreementInput,
  type DocumentInput,
  type DocumentView,
  collaborationLimits,
} from '@kernagenda/collaborations/domain';
import { CollaborationsClient } from '@kernagenda/collaborations/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, dateName } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { type FormField, isLong } from '../forms/form-fields';
import { actsNl } from './acts-nl';
import { OpenCollaboration } from './open-collaboration';
import { TaskList } from './task-list';

const limits = collaborationLimits;

/** What the parties work with: the shared planning, what they agreed on, and where documents stand. */
@Component({
  selector: 'ka-work-part',
  imports: [Empty, FoldForm, TaskList],
  templateUrl: './work-part.html',
})
export class WorkPart {
  private readonly client = inject(CollaborationsClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly collaboration = inject(OpenCollaboration);
  protected readonly view = this.collaboration.view;

  protected readonly nl = actsNl;
  protected readonly dateName = dateName;
  protected readonly isBusy = signal(false);
  /** Newest first. */
  protected readonly agreements = computed(() =>
    (this.view()?.history ?? []).filter(({ kind }) => kind === 'agreed').toReversed(),
  );
  private readonly today = computed(() => amsterdamDay(this.clock.now()));
  protected readonly agreementInitial = computed(() => ({ decidedOn: this.today() }));
  protected readonly agreementFields = computed<readonly FormField[]>(() => {
    const { title, body, decidedOn } = actsNl.agreements.fields;
    const { agreementTitle, agreementBody } = limits;
    return [
      { name: 'title', kind: 'text', ...title, isFine: isLong(agreementTitle.min, agreementTitle.max) },
      { name: 'body', kind: 'words', ...body, isFine: isLong(0, agreementBody) },
      {
        name: 'decidedOn',
        kind: 'day',
        ...decidedOn,
        max: this.today(),
        isFine: (day) => day !== '' && day <= this.today(),
      },
    ];
  });
  protected readonly documentFields: readonly FormField[] = [
    {
      name: 'title',
      kind: 'text',
      ...actsNl.documents.fields.title,
      isFine: isLong(limits.documentTitle.min, limits.documentTitle.max),
    },
    {
      name: 'url',
      kind: 'text',
      ...actsNl.documents.fields.url,
      isFine: (url) => /^https:\/\/[^\s/]+\.[^\s]+$/i.test(url.trim()) && isLong(1, limits.documentUrl)(url),
    },
  ];

  protected readonly agree = ({ values, key }: Sent): Promise<unknown> => {
    const input: AgreementInput = {
      title: (values['title'] ?? '').trim(),
      body: (values['body'] ?? '').trim(),
      decidedOn: values['decidedOn'] ?? '',
    };
    return this.client.agree(this.view()?.id ?? '', input, key);
  };

  protected readonly addDocument = ({ values, key }: Sent): Promise<unknown> => {
    const input: DocumentInput = { title: (values['title'] ?? '').trim(), url: (values['url'] ?? '').trim() };
    return this.client.addDocument(this.view()?.id ?? '', input, key);
  };

  protected async removeDocument({ id }: DocumentView): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      await this.client.removeDocument(this.view()?.id ?? '', id);
      this.notices.show({ message: actsNl.documents.removed });
    } catch {
      this.notices.show({ message: actsNl.tasks.failed });
    } finally {
      this.isBusy.set(false);
      this.collaboration.reload();
    }
  }
}
