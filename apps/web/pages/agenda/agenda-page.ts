import { Component, afterNextRender, computed, effect, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { agendaLimits, agendaParts, pointsIn } from '@kernagenda/agendas/domain';
import { AgendasClient, agendaContentResource, agendaResource, agendaVersionResource } from '@kernagenda/agendas/web';
import { AgendaBadge, themeIcons } from '@kernagenda/proposals/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page, PartOutlet, dateName, followRooms, isMissing, listName } from '@kernagenda/shared/web';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, isFilled, isLong } from '../forms/form-fields';
import { NotFoundPage } from '../not-found/not-found-page';
import { agendaNl } from './agenda-nl';
import { DonePoints } from './done-points';
import { byState, byTheme, byYear, coming } from './groups';
import { nl } from './nl';
import { factsOf } from './point-facts';
import { PointLine } from './point-line';
import { ShareForm } from './share-form';

const views = ['thema', 'bord', 'tijdlijn', 'lijst'] as const;
type View = (typeof views)[number];
const { min, max } = agendaLimits.receivedBy;

/** The agenda of a village, or of villages together: now or a version, by theme, as board, on a timeline, as a list. */
@Component({
  selector: 'ka-agenda-page',
  imports: [
    AgendaBadge,
    DonePoints,
    Empty,
    Failure,
    FoldForm,
    Icon,
    NotFoundPage,
    PartOutlet,
    PointLine,
    RouterLink,
    ShareForm,
    Skeleton,
  ],
  templateUrl: './agenda-page.html',
})
export class AgendaPage {
  private readonly client = inject(AgendasClient);
  private readonly clock = inject(Clock);
  /** Slug, from the address, as are the view and the number of a version. */
  readonly kern = input.required<string>();
  readonly beeld = input<string>();
  readonly versie = input<string>();

  protected readonly nl = nl;
  protected readonly words = agendaNl;
  protected readonly icons = themeIcons;
  protected readonly views = views;
  protected readonly dateName = dateName;
  protected readonly answer = agendaResource(this.kern);
  protected readonly contentAnswer = agendaContentResource(() =>
    this.versie() === undefined ? this.kern() : undefined,
  );
  protected readonly versionAnswer = agendaVersionResource(this.kern, this.versie);

  /** For programs of others, so not through the router. */
  protected readonly api = computed(() => `/api/v1/agendas/${encodeURIComponent(this.kern())}`);
  protected readonly isMissing = computed(() => isMissing(this.answer) || isMissing(this.versionAnswer));
  protected readonly error = computed(
    () => this.answer.error() ?? (this.versie() === undefined ? this.contentAnswer : this.versionAnswer).error(),
  );
  protected readonly agenda = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly version = computed(() => (this.versionAnswer.hasValue() ? this.versionAnswer.value() : null));
  private readonly content = computed(() => (this.contentAnswer.hasValue() ? this.contentAnswer.value() : null));
  protected readonly points = computed(() => this.version()?.content ?? this.content()?.points ?? null);
  /** As of when ages are told. */
  protected readonly at = computed(() => {
    const version = this.version();
    return version ? new Date(version.frozenAt) : this.clock.now();
  });
  protected readonly names = computed(() => listName((this.agenda()?.villages ?? []).map(({ name }) => name)));
  protected readonly isShared = computed(() => (this.agenda()?.villages.length ?? 0) > 1);
  protected readonly view = computed<View>(() => views.find((one) => one === this.beeld()) ?? 'thema');
  protected readonly parts = computed(() =>
    agendaParts
      .map((part) => ({ part, points: pointsIn(this.points() ?? [], part) }))
      .filter(({ points }) => points.length > 0)
      .map(({ part, points }) => ({ part, count: points.length, groups: byTheme(points) })),
  );
  /** A board and a table take the whole width; what is told beside the rest stands below them. */
  protected readonly isWide = computed(() => this.view() === 'bord' || this.view() === 'lijst');
  protected readonly columns = computed(() => byState(this.points() ?? []));
  protected readonly coming = computed(() => coming(this.points() ?? [], amsterdamDay(this.at())));
  protected readonly years = computed(() => byYear(this.points() ?? []));
  /** The table, in the order of the themes; on a phone every fact carries its label. */
  protected readonly rows = computed(() => {
    const { list } = agendaNl;
    return this.parts()
      .flatMap(({ groups }) => groups)
      .flatMap(({ name, points }) =>
        points.map((point) => {
          const { who, bareSince, bareAge, executor } = factsOf(point, this.at());
          const facts = [
            { label: list.who, text: who || nl.point.nobody },
            { label: list.since, text: bareSince },
            { label: list.age, text: bareAge },
            { label: list.executor, text: executor || (who ? list.none : list.unknown) },
          ];
          return { point, theme: name, facts };
        }),
      );
  });
  /** Only for who curates, and where points stand in a list as they are now. */
  protected readonly bulkPart = resource({
    params: () =>
      (this.view() === 'lijst' && this.versie() === undefined && this.agenda()?.allowedActions.includes('curate')) ||
      undefined,
    loader: async () => (await import('../../parts/bulk')).Bulk,
  });
  protected readonly reloadNow = (): void => void this.contentAnswer.reload();
  protected readonly lead = computed(() => {
    const points = this.points() ?? [];
    const count = (part: (typeof agendaParts)[number]): number => pointsIn(points, part).length;
    return nl.lead(count('running'), count('wishes'), count('done'));
  });
  protected readonly fields = computed<readonly FormField[]>(() => [
    {
      name: 'referenceOn',
      kind: 'day',
      ...agendaNl.freeze.referenceOn,
      max: this.today(),
      isFine: (day) => isFilled(day) && day <= this.today(),
    },
    { name: 'receivedBy', kind: 'text', ...agendaNl.freeze.receivedBy, isFine: isLong(min, max) },
  ]);
  protected readonly initial = computed(() => ({ referenceOn: this.today() }));

  constructor() {
    const page = inject(Page);
    const drafts = inject(FormDrafts);
    effect(() => {
      if (this.agenda() && this.points()) page.named(nl.title(this.names()));
    });
    afterNextRender(() => drafts.restore());
    followRooms(
      () => (this.agenda()?.villages ?? []).map(({ id }) => `village:${id}` as const),
      () => {
        this.answer.reload();
        this.contentAnswer.reload();
      },
    );
  }

  protected readonly freeze = async ({ values, key }: Sent): Promise<void> => {
    const input = { referenceOn: values['referenceOn'] ?? '', receivedBy: (values['receivedBy'] ?? '').trim() };
    await this.client.freeze(this.kern(), input, key);
    this.answer.reload();
  };

  protected reload(): void {
    this.answer.reload();
    this.contentAnswer.reload();
    this.versionAnswer.reload();
  }

  private today(): string {
    return this.clock.now().toLocaleDateString('en-CA', { timeZone: 'Europe/Amsterdam' });
  }
}
