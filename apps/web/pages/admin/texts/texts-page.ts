import { Component, computed, inject, signal } from '@angular/core';
import { type TextBlockInput, type TextBlockView, houseRulesNl } from '@kernagenda/moderation/domain';
import { TextBlocksClient, textBlocksResource } from '@kernagenda/moderation/web/text-blocks';
import { ErrorSummary } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page } from '@kernagenda/shared/web';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';
import { TextBlockFields, textBlockFaults } from './text-block-fields';

const empty: TextBlockInput = { name: '', rule: 'unclear', decision: null, text: '' };
const words = { name: nl.name.fault, text: nl.text.fault };
const trimmed = (block: TextBlockInput): TextBlockInput => ({
  ...block,
  name: block.name.trim(),
  text: block.text.trim(),
});

/** The text blocks: add, change, put in order and remove. */
@Component({
  selector: 'ka-texts-page',
  imports: [Empty, ErrorSummary, Failure, Icon, Skeleton, TextBlockFields],
  templateUrl: './texts-page.html',
})
export class TextsPage {
  private readonly client = inject(TextBlocksClient);
  private readonly notices = inject(Notices);
  protected readonly nl = nl;
  protected readonly ruleWords = houseRulesNl;
  protected readonly answer = textBlocksResource();
  protected readonly blocks = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  /** The text block that is being changed. */
  protected readonly changedId = signal('');
  protected readonly changed = formDraft('tekstblok', empty);
  protected readonly added = formDraft('nieuw tekstblok', empty);
  protected readonly changing = new FormState('change', words, { already_exists: nl.taken });
  protected readonly adding = new FormState('add', words, { already_exists: nl.taken });
  protected readonly moving = new FormState('move', {});
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.title);
  }

  protected decisionOf({ decision }: TextBlockView): string {
    return decision === null ? nl.eachDecision : nl.decisions[decision];
  }

  protected change({ id, name, rule, decision, text }: TextBlockView): void {
    this.changing.faults.set({});
    this.changing.failure.set('');
    this.changed.set({ name, rule, decision, text });
    this.changedId.set(id);
  }

  protected async save(event: Event, block: TextBlockView): Promise<void> {
    event.preventDefault();
    const input = trimmed(this.changed());
    if (await this.changing.send(textBlockFaults(input), () => this.client.change(block, input))) {
      this.changed.set(empty);
      this.changedId.set('');
      this.notices.show({ message: nl.change.done });
    }
    this.answer.reload();
  }

  protected write(change: Partial<TextBlockInput>): void {
    this.added.update((block) => ({ ...block, ...change }));
    this.key = crypto.randomUUID();
  }

  protected async add(event: Event): Promise<void> {
    event.preventDefault();
    const input = trimmed(this.added());
    if (!(await this.adding.send(textBlockFaults(input), () => this.client.add(input, this.key)))) return;
    this.write(empty);
    this.notices.show({ message: nl.add.done(input.name) });
    this.answer.reload();
  }

  protected async remove(block: TextBlockView): Promise<void> {
    if (await this.moving.send({}, () => this.client.remove(block))) {
      const { name, rule, decision, text } = block;
      this.notices.show({
        message: nl.remove.done(name),
        undo: () => void this.putBack({ name, rule, decision, text }),
      });
    }
    this.answer.reload();
  }

  /** Moves a text block one place; the answer brings the new order. */
  protected async move({ id, name }: TextBlockView, places: -1 | 1): Promise<void> {
    const ids = this.blocks().map((block) => block.id);
    const from = ids.indexOf(id);
    const to = from + places;
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    if (await this.moving.send({}, async () => this.answer.set(await this.client.order(ids)))) {
      this.notices.show({ message: nl.moved(name, to + 1) });
    } else this.answer.reload();
  }

  private async putBack(input: TextBlockInput): Promise<void> {
    await this.moving.send({}, () => this.client.add(input, crypto.randomUUID()));
    this.answer.reload();
  }
}
