import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { Municipality } from '@kernagenda/villages/web';
import { nl } from '../nl';
import { ThemeSwitch } from './theme-switch';

/** The river at the foot of every page, with what the site is and where help is. */
@Component({
  selector: 'ka-site-footer',
  imports: [RouterLink, ThemeSwitch],
  template: `
    <div class="ka-foot__water" aria-hidden="true"></div>
    <div class="ka-foot__in">
      <div class="ka-wrap">
        <div class="ka-foot__cols">
          <div>
            <h2>{{ nl.foot.title(name()) }}</h2>
            <p>{{ nl.foot.promise }}</p>
          </div>
          <div>
            <h2>{{ nl.foot.more }}</h2>
            <ul class="ka-list">
              <li>
                <a routerLink="/uitleg">{{ nl.foot.how }}</a>
              </li>
              <li>
                <a routerLink="/toezeggingen">{{ nl.foot.promises }}</a>
              </li>
              <li>
                <a routerLink="/bord">{{ nl.foot.board }}</a>
              </li>
              <li>
                <a routerLink="/toegankelijkheid">{{ nl.foot.accessibility }}</a>
              </li>
              <li>
                <a href="/api/docs" target="_self">{{ nl.foot.openData }}</a>
              </li>
            </ul>
          </div>
          <div>
            <h2>{{ nl.foot.help }}</h2>
            <ul class="ka-list">
              <li>
                <a routerLink="/" fragment="dorpen">{{ nl.foot.findBroker }}</a>
              </li>
              @if (session.isDemo()) {
                <li>
                  <a routerLink="/demo/post">{{ nl.nav.demoMail }}</a>
                </li>
              }
            </ul>
          </div>
          <ka-theme-switch />
        </div>
        <p class="ka-foot__note">
          @if (session.isDemo()) {
            {{ nl.foot.demo }}
          }
          {{ nl.foot.note(attribution()) }}
        </p>
      </div>
    </div>
  `,
  host: { class: 'ka-foot', role: 'contentinfo' },
})
export class SiteFooter {
  private readonly municipality = inject(Municipality);
  protected readonly session = inject(Session);
  protected readonly nl = nl;
  protected readonly name = computed(() => this.municipality.view()?.name ?? '');
  protected readonly attribution = computed(() => this.municipality.view()?.attribution ?? '');
}
