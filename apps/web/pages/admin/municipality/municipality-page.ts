import { Component, computed, inject } from '@angular/core';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page } from '@kernagenda/shared/web';
import {
  type ChosenColours,
  type MunicipalitySettings,
  type Scheme,
  type SchemeColours,
  type ThemeColour,
  municipalityLimits,
  palette,
  schemes,
  themeColours,
  themeFaults,
} from '@kernagenda/villages/domain/settings';
import { SettingsClient, settingsResource } from '@kernagenda/villages/web/administration';
import { formDraft } from '../form-draft';
import { type Faults, FormState } from '../form-state';
import { nl } from './nl';

const contactFields = ['name', 'address', 'telephone', 'email', 'website'] as const;
const termFields = ['readWithinDays', 'answerWithinDays'] as const;
type TextField = (typeof contactFields)[number] | (typeof termFields)[number];

/** What was typed or chosen and is not saved yet; numbers as they stand in their field. */
interface Changes extends Partial<Record<TextField, string>> {
  readonly colours?: ChosenColours;
  readonly allowsPublicEmbeddings?: boolean;
}
type Shown = Record<TextField, string> & Pick<MunicipalitySettings, 'colours' | 'allowsPublicEmbeddings'>;

/** Name, contact, terms and colours of the municipality, and where its texts may go. */
@Component({
  selector: 'ka-municipality-page',
  imports: [Control, ErrorSummary, Failure, Field, Icon, Skeleton],
  templateUrl: './municipality-page.html',
})
export class MunicipalityPage {
  private readonly client = inject(SettingsClient);
  private readonly notices = inject(Notices);
  protected readonly nl = nl;
  protected readonly answer = settingsResource();
  private readonly changes = formDraft<Changes>('gemeente', {});
  /** What the server has, with what was typed over it: what somebody else changes meanwhile stays theirs. */
  protected readonly draft = computed<Shown | null>(() =>
    this.answer.hasValue() ? { ...textsOf(this.answer.value()), ...this.changes() } : null,
  );
  protected readonly form = new FormState<string>('municipality', nl.faults);
  protected readonly isNew = computed(() => this.answer.hasValue() && this.answer.value().version === 0);
  protected readonly groups = [
    { ...nl.parts.contact, fields: contactFields.map((name) => ({ name, hint: hintOf(name), type: typeOf(name) })) },
    { ...nl.parts.terms, fields: termFields.map((name) => ({ name, hint: hintOf(name), type: 'number' })) },
  ];
  protected readonly schemes = computed(() =>
    schemes.map((scheme) => ({
      scheme,
      name: nl.schemes[scheme],
      colours: themeColours.map((colour) => {
        const chosen = this.draft()?.colours[scheme][colour];
        const hint = chosen ? nl.chosen(chosen) : nl.standard;
        return { colour, field: `${scheme}-${colour}`, value: chosen ?? palette[scheme][colour], hint };
      }),
    })),
  );

  constructor() {
    inject(Page).named(nl.title);
  }

  protected write(field: TextField, value: string): void {
    this.changes.update((changes) => ({ ...changes, [field]: value }));
  }

  protected allowPublicEmbeddings(allowsPublicEmbeddings: boolean): void {
    this.changes.update((changes) => ({ ...changes, allowsPublicEmbeddings }));
  }

  /** A colour that is the one of the house is not chosen. */
  protected choose(scheme: Scheme, colour: ThemeColour, value: string): void {
    const { [colour]: _before, ...others } = this.draft()?.colours[scheme] ?? {};
    const isOfHouse = value.toLowerCase() === palette[scheme][colour];
    this.paint(scheme, isOfHouse ? others : { ...others, [colour]: value.toLowerCase() });
  }

  protected paint(scheme: Scheme, chosen: SchemeColours): void {
    const { light = {}, dark = {} } = this.draft()?.colours ?? {};
    this.changes.update((changes) => ({ ...changes, colours: { light, dark, [scheme]: chosen } }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (!draft || !this.answer.hasValue()) return;
    const { version } = this.answer.value();
    const days = { readWithinDays: Number(draft.readWithinDays), answerWithinDays: Number(draft.answerWithinDays) };
    const isDone = await this.form.send(faultsOf(draft), async () => {
      this.answer.set(await this.client.save({ ...draft, ...days }, version));
    });
    if (isDone) {
      this.changes.set({});
      this.notices.show({ message: nl.done });
    } else if (this.form.failure()) this.answer.reload();
  }
}

const hintOf = (field: TextField): string => (nl.hints as Partial<Record<TextField, string>>)[field] ?? '';

const typeOf = (field: TextField): string =>
  ({ telephone: 'tel', email: 'email', website: 'url' })[field as string] ?? 'text';

function textsOf({ version: _seen, readWithinDays, answerWithinDays, ...settings }: MunicipalitySettings): Shown {
  return { ...settings, readWithinDays: String(readWithinDays), answerWithinDays: String(answerWithinDays) };
}

/** The first pair of a scheme that is too hard to read stands at the colour that was chosen for it. */
function faultsOf(draft: Shown): Faults<string> {
  const { name } = municipalityLimits;
  const isOutside = (value: string, { min, max }: { readonly min: number; readonly max: number }): boolean =>
    !/^\d+$/.test(value) || Number(value) < min || Number(value) > max;
  const length = draft.name.trim().length;
  const terms = termFields.filter((field) => isOutside(draft[field], municipalityLimits[field]));
  const faults: Faults<string> = Object.fromEntries(terms.map((field) => [field, nl.faults[field]]));
  if (length < name.min || length > name.max) faults['name'] = nl.faults.name;
  for (const fault of themeFaults(draft.colours)) {
    const chosen = draft.colours[fault.scheme];
    const colour = themeColours.find((one) => (one === fault.on || one === fault.under) && chosen[one]);
    if (colour) faults[`${fault.scheme}-${colour}`] ??= nl.contrast(fault);
  }
  return faults;
}
