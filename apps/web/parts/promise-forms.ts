import { Injectable, type WritableSignal, inject } from '@angular/core';
import { feasibilityOutcomes, promiseLimits } from '@kernagenda/commitments/domain';
import type {
  CommitmentAction,
  CommitmentView,
  Hideable,
  Milestone,
  PointAction,
  PromisesView,
  SaidAction,
  Story,
  UpdateInput,
} from '@kernagenda/commitments/domain';
import { CommitmentsClient, type SaidPath, promiseWords } from '@kernagenda/commitments/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { SummaryError } from '@kernagenda/shared/ui/forms';
import { centsIn, euroText } from '@kernagenda/shared/web/money';
import { isEuro } from '../pages/collaborations/purchase/fields';
import type { Sent } from '../pages/forms/fold-form';
import { type FormField, type Values, isFilled, isLong } from '../pages/forms/form-fields';
import { nl } from './promise-acts-nl';
import { UpdatePhotos } from './update-photos';

/** Photos or words that stopped a form from being sent. */
export class PhotosMissing extends Error {}

/** One form: its button, its fields, and how it is sent. */
export interface PromiseForm {
  readonly name: string;
  readonly button: string;
  readonly fields: readonly FormField[];
  readonly done: string;
  readonly send: (sent: Sent) => Promise<unknown>;
  readonly lead?: string;
  readonly submit?: string;
  readonly look?: 'main' | 'second' | 'quiet';
  readonly initial?: Values;
  /** The version that was read; 0 where there is none yet. */
  readonly version?: number;
  readonly hasPhotos?: boolean;
}

type Named<Action extends string> = Record<Action, () => Omit<PromiseForm, 'name'>>;
type Errors = WritableSignal<readonly SummaryError[]>;

/** Stands for the broker where a team is chosen. */
const brokerKeeps = 'broker';
const { answer, feasibility, story: told, what, reason, question, update, milestone: milestoneLimits } = promiseLimits;
const text = (values: Values, name: string): string => (values[name] ?? '').trim();

/** The forms of answers, promises, news and milestones. */
@Injectable({ providedIn: 'root' })
export class PromiseForms {
  private readonly client = inject(CommitmentsClient);
  private readonly photos = inject(UpdatePhotos);

  ofPoint(
    id: string,
    { allowedActions, options, story }: PromisesView,
    now: Date,
    errors: Errors,
  ): readonly PromiseForm[] {
    const today = amsterdamDay(now);
    const forms: Named<PointAction> = {
      answer: () => ({
        ...nl.answer,
        look: 'second',
        fields: [
          { name: 'text', kind: 'words', ...nl.answer.text, isFine: isLong(answer.text.min, answer.text.max) },
          { name: 'why', kind: 'words', ...nl.answer.why, isFine: isLong(answer.why.min, answer.why.max) },
          { name: 'alternative', kind: 'words', ...nl.answer.alternative, isFine: isLong(0, answer.alternative.max) },
        ],
        send: ({ values, key }) => {
          const said = { text: text(values, 'text'), why: text(values, 'why') };
          return this.client.answer(id, { ...said, alternative: text(values, 'alternative') }, key);
        },
      }),
      commit: () => {
        const teams = options.teams.map(({ id: value, name: label }) => ({ value, label }));
        const choices = [...teams, ...(options.isBroker ? [{ value: brokerKeeps, label: nl.commit.broker }] : [])];
        const only = choices.length === 1 ? choices[0]?.value : undefined;
        return {
          ...nl.commit,
          look: 'second',
          ...(only ? { initial: { who: only } } : {}),
          fields: [
            { name: 'what', kind: 'words', ...nl.commit.what, isFine: isLong(what.min, what.max) },
            { name: 'who', kind: 'choice', ...nl.commit.who, choices, isFine: isFilled },
            { name: 'dueOn', kind: 'day', ...nl.commit.dueOn, min: today, isFine: (day) => day >= today },
          ],
          send: ({ values, key }) => {
            const who = text(values, 'who');
            const teamId = who === brokerKeeps ? null : who;
            return this.client.commit(id, { what: text(values, 'what'), teamId, dueOn: text(values, 'dueOn') }, key);
          },
        };
      },
      assess: () => ({
        ...nl.assess,
        look: 'second',
        initial: { lookedOn: today },
        fields: [
          {
            name: 'outcome',
            kind: 'choice',
            ...nl.assess.outcome,
            choices: feasibilityOutcomes.map((value) => ({ value, label: promiseWords.feasibility[value] })),
            isFine: isFilled,
          },
          {
            name: 'text',
            kind: 'words',
            ...nl.assess.text,
            isFine: isLong(feasibility.text.min, feasibility.text.max),
          },
          { name: 'costCents', kind: 'euro', ...nl.assess.costCents, isHalf: true, isFine: isEuro(true) },
          {
            name: 'lookedOn',
            kind: 'day',
            ...nl.assess.lookedOn,
            isHalf: true,
            max: today,
            isFine: (day) => isFilled(day) && day <= today,
          },
        ],
        send: ({ values, key }) => {
          const outcome = feasibilityOutcomes.find((one) => one === values['outcome']) ?? 'unknown';
          const found = { outcome, text: text(values, 'text'), lookedOn: text(values, 'lookedOn') };
          return this.client.assess(id, { ...found, costCents: centsIn(text(values, 'costCents')) }, key);
        },
      }),
      story: () => ({
        ...nl.story,
        button: story ? nl.story.change : nl.story.button,
        look: story ? 'quiet' : 'main',
        version: story?.version ?? 0,
        initial: story ? valuesOf(story) : {},
        fields: [
          { name: 'before', kind: 'words', ...nl.story.before, isFine: isLong(told.before.min, told.before.max) },
          { name: 'after', kind: 'words', ...nl.story.after, isFine: isLong(told.after.min, told.after.max) },
          { name: 'costCents', kind: 'euro', ...nl.story.costCents, isFine: isEuro(true) },
          { name: 'partners', kind: 'words', ...nl.story.partners, isFine: isLong(0, told.partners.max) },
          { name: 'thanks', kind: 'words', ...nl.story.thanks, isFine: isLong(0, told.thanks.max) },
        ],
        send: ({ values, version }) => {
          const words = { before: text(values, 'before'), after: text(values, 'after') };
          const people = { partners: text(values, 'partners'), thanks: text(values, 'thanks') };
          const costCents = centsIn(text(values, 'costCents'));
          return this.client.tellStory(id, { ...words, ...people, costCents }, version);
        },
      }),
      update: () => ({
        ...nl.update,
        look: 'second',
        hasPhotos: true,
        fields: [{ name: 'text', kind: 'words', ...nl.update.text, isFine: isLong(0, update.max) }],
        send: ({ values, key }) => this.withPhotos(values, errors, (input) => this.client.update(id, input, key)),
      }),
      milestone: () => ({
        ...nl.milestone,
        look: 'second',
        fields: milestoneFields(),
        initial: { precision: 'month' },
        send: ({ values, key }) => this.client.addMilestone(id, milestoneOf(values), key),
      }),
    };
    return allowedActions.map((action) => ({ ...forms[action](), name: `${action} ${id}` }));
  }

  ofCommitment(commitment: CommitmentView, now: Date, errors: Errors): readonly PromiseForm[] {
    const today = amsterdamDay(now);
    const { client } = this;
    const forms: Named<CommitmentAction> = {
      keep: () => ({
        ...nl.keep,
        look: 'second',
        hasPhotos: true,
        fields: [{ name: 'text', kind: 'words', ...nl.keep.text, isFine: isLong(0, update.max) }],
        send: ({ values, version }) =>
          this.withPhotos(values, errors, (evidence) => client.keep(commitment, evidence, version)),
      }),
      move: () => ({
        ...nl.move,
        fields: [
          {
            name: 'dueOn',
            kind: 'day',
            ...nl.move.dueOn,
            min: today,
            isFine: (day) => day >= today && day !== commitment.dueOn,
          },
          { name: 'reason', kind: 'words', ...nl.move.reason, isFine: isLong(reason.min, reason.max) },
        ],
        send: ({ values, version }) =>
          client.move(commitment, { dueOn: text(values, 'dueOn'), reason: text(values, 'reason') }, version),
      }),
      ask: () => ({
        ...nl.ask,
        fields: [{ name: 'question', kind: 'words', ...nl.ask.question, isFine: isLong(question.min, question.max) }],
        send: ({ values, version }) => client.ask(commitment, { question: text(values, 'question') }, version),
      }),
      resume: () => ({
        ...nl.resume,
        submit: nl.resume.button,
        fields: [],
        send: ({ version }) => client.resume(commitment, version),
      }),
      withdraw: () => ({
        ...nl.withdraw,
        submit: nl.withdraw.button,
        fields: [{ name: 'reason', kind: 'words', ...nl.withdraw.reason, isFine: isLong(reason.min, reason.max) }],
        send: ({ values, version }) => client.withdraw(commitment, { reason: text(values, 'reason') }, version),
      }),
    };
    return commitment.allowedActions.map((action) => ({ ...forms[action](), name: `${action} ${commitment.id}` }));
  }

  /** For who may: hiding one answer or update with a reason, or showing it again. */
  ofSaid(path: SaidPath, said: Pick<Hideable, 'allowedActions'> & { readonly id: string }): readonly PromiseForm[] {
    const forms: Named<SaidAction> = {
      hide: () => ({
        ...nl.hide,
        submit: nl.hide.button,
        done: nl.said[path].hidden,
        fields: [{ name: 'reason', kind: 'words', ...nl.hide.reason, isFine: isLong(reason.min, reason.max) }],
        send: ({ values }) => this.client.hideSaid(path, said, { reason: text(values, 'reason') }),
      }),
      show_again: () => ({
        ...nl.showAgain,
        submit: nl.showAgain.button,
        done: nl.said[path].shown,
        fields: [],
        send: () => this.client.showSaidAgain(path, said),
      }),
    };
    return said.allowedActions.map((action) => ({ ...forms[action](), name: `${action} ${said.id}` }));
  }

  ofMilestone(milestone: Milestone): readonly PromiseForm[] {
    const { title, when, reachedAt, id } = milestone;
    const isExact = when.length > 'yyyy-mm'.length;
    const choices = [
      { value: 'yes', label: nl.milestone.yes },
      { value: 'no', label: nl.milestone.no },
    ];
    return [
      {
        name: `change ${id}`,
        button: nl.milestone.change,
        done: nl.milestone.changed,
        initial: {
          title,
          day: isExact ? when : `${when}-01`,
          precision: isExact ? 'exact' : 'month',
          reached: reachedAt ? 'yes' : 'no',
        },
        fields: [
          ...milestoneFields(),
          { name: 'reached', kind: 'choice', ...nl.milestone.reached, choices, isFine: isFilled },
        ],
        send: ({ values }) =>
          this.client.changeMilestone(milestone, { ...milestoneOf(values), isReached: values['reached'] === 'yes' }),
      },
      {
        name: `remove ${id}`,
        button: nl.milestone.remove,
        lead: nl.milestone.removeLead,
        submit: nl.milestone.remove,
        done: nl.milestone.removed,
        fields: [],
        send: () => this.client.removeMilestone(milestone),
      },
    ];
  }

  private async withPhotos(
    values: Values,
    errors: Errors,
    write: (input: UpdateInput) => Promise<unknown>,
  ): Promise<unknown> {
    await this.photos.settled();
    errors.set(this.photos.errors());
    const [fault] = this.photos.errors();
    if (fault) throw new PhotosMissing(fault.message);
    if (!text(values, 'text') && this.photos.isEmpty()) throw new PhotosMissing(nl.nothing);
    let after: unknown;
    const sending = await this.photos.sendWith(async (photos) => {
      after = await write({ text: text(values, 'text'), photos });
    });
    if (sending !== 'sent') throw new PhotosMissing(nl.photosFailed);
    return after;
  }
}

const valuesOf = ({ before, after, partners, thanks, costCents }: Story): Values => ({
  ...{ before, after, partners, thanks },
  costCents: euroText(costCents),
});

const milestoneFields = (): readonly FormField[] => [
  {
    name: 'title',
    kind: 'text',
    ...nl.milestone.title,
    isFine: isLong(milestoneLimits.title.min, milestoneLimits.title.max),
  },
  { name: 'day', kind: 'day', ...nl.milestone.day, isFine: isFilled, isHalf: true },
  {
    name: 'precision',
    kind: 'choice',
    ...nl.milestone.precision,
    isHalf: true,
    choices: [
      { value: 'month', label: nl.milestone.month },
      { value: 'exact', label: nl.milestone.exact },
    ],
    isFine: isFilled,
  },
];

const milestoneOf = (values: Values): { readonly title: string; readonly when: string } => {
  const day = text(values, 'day');
  return {
    title: text(values, 'title'),
    when: values['precision'] === 'exact' ? day : day.slice(0, 'yyyy-mm'.length),
  };
};
