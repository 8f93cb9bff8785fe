import { Component, computed, input } from '@angular/core';
import { nl } from './nl';

const formats = [
  { name: 'CSV', file: 'points.csv' },
  { name: 'JSON', file: 'points.json' },
  { name: 'GeoJSON', file: 'points.geojson' },
] as const;

/** What everybody may read of points, as files to take along: of one village, or of all without one. */
@Component({
  selector: 'ka-download-links',
  template: `
    <div class="ka-stack ka-stack--near">
      <h2>{{ nl.title }}</h2>
      <p class="ka-small">{{ nl.text(name()) }}</p>
      <ul class="ka-chips">
        @for (link of links(); track link.name) {
          <li>
            <a class="ka-chip" download [attr.href]="link.href"
              ><span class="ka-sr">{{ nl.before }}</span
              >{{ link.name }}<span class="ka-sr">{{ nl.after(name()) }}</span></a
            >
          </li>
        }
      </ul>
    </div>
  `,
})
export class DownloadLinks {
  /** Slug and name of the village; both empty for all of them. */
  readonly slug = input('');
  readonly name = input('');

  protected readonly nl = nl;
  protected readonly links = computed(() => {
    const query = this.slug() ? `?village=${encodeURIComponent(this.slug())}` : '';
    return formats.map(({ name, file }) => ({ name, href: `/api/v1/exports/${file}${query}` }));
  });
}
