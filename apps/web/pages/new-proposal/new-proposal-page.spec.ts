import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { termOf } from '@kernagenda/moderation/web';
import { workingDaysAfter } from '@kernagenda/shared/domain';
import { Notices, dayName } from '@kernagenda/shared/web';
import { ProposalDraft } from './proposal-draft';
import { aDevice, anna } from './testing/device';

describe('the draft of a proposal', () => {
  const { api, open, go, settle, pause, page, words, title, field, wish, type, press, alert, others, review } =
    aDevice();

  it('is there after a reload, and is saved with the municipality once', async () => {
    await open('?kern=tricht', anna);
    await type('Een bankje aan de Linge');
    await pause();
    expect(api.calls).toEqual(['POST /proposals']);
    await open();
    expect(wish()).toBe('Een bankje aan de Linge');
    await pause();
    expect(api.calls).toHaveLength(1);
    await type('Een bankje aan de Waal');
    await pause();
    expect(api.calls[1]).toMatch(/^PATCH/);
    expect(api.proposals.map(({ title: saved }) => saved)).toEqual(['Een bankje aan de Waal']);
  });

  describe('for another village', () => {
    it('begins another text and keeps the first in sight for its own village', async () => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await pause();
      await open('?kern=beesd');
      expect(title()).toBe('Uw voorstel voor Beesd');
      expect(wish()).toBe('');
      expect(others()).toContain('‘Een bankje aan de Linge’ voor Tricht');
      await type('Een pad langs het spoor');
      await go('/voorstel/nieuw?kern=tricht');
      expect([title(), wish()]).toEqual(['Uw voorstel voor Tricht', 'Een bankje aan de Linge']);
      expect(others()).toContain('‘Een pad langs het spoor’ voor Beesd');
    });

    it('is of the village of the address, also when it is written and sent before the villages are there', async () => {
      let come: (value?: unknown) => void = () => undefined;
      api.villagesCome = new Promise((resolve) => (come = resolve));
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await review();
      expect(page().querySelector('#village')).toBeNull();
      come();
      await settle();
      expect(words(page().querySelector('h2'))).toBe('Klopt dit zo?');
      await open('?kern=beesd');
      expect(others()).toContain('‘Een bankje aan de Linge’ voor Tricht');
    });

    it('names the village of the text that is taken up again, and sends it there', async () => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await open('?kern=beesd');
      await press('Ga verder');
      expect([title(), wish()]).toEqual(['Uw voorstel voor Tricht', 'Een bankje aan de Linge']);
      await review();
      await press('Stuur in');
      expect(title()).toBe('Uw voorstel is binnen');
      expect(api.proposals.map(({ village, moderationState }) => [village.slug, moderationState])).toEqual([
        ['tricht', 'submitted'],
      ]);
    });

    it('can be chosen until the municipality has the text, not after', async () => {
      await open('', anna);
      await type('beesd', 'village');
      expect(title()).toBe('Uw voorstel voor Beesd');
      await open('?kern=tricht');
      await type('Een bankje aan de Linge');
      await pause();
      await open('');
      expect(title()).toBe('Uw voorstel voor Tricht');
      expect(page().querySelector('#village')).toBeNull();
    });

    it('throws a text away only on request, and gives it back', async () => {
      await open('?kern=beesd', null);
      await type('Een pad langs het spoor');
      await open('?kern=tricht');
      await press('Gooi weg');
      expect(others()).toBe('');
      TestBed.inject(Notices).undo();
      await settle();
      expect(others()).toContain('Een pad langs het spoor');
    });
  });

  describe('that was sent in elsewhere', () => {
    const sent = async (): Promise<void> => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await pause();
    };
    const id = (): string => api.proposals[0]?.id ?? '';

    it('says so when more is typed, keeps the words, and can become another proposal', async () => {
      await sent();
      api.submitted(id());
      await type('Met een tafel.', 'why');
      await pause();
      expect(alert()).toContain('Dit voorstel is al ingestuurd');
      expect(alert()).toContain('niet meegestuurd');
      expect(page().querySelector(`a[href="/voorstellen/${id()}"]`)).not.toBeNull();
      await pause();
      expect(api.calls.filter((call) => call.startsWith('PATCH'))).toHaveLength(1);
      await press('Maak van deze tekst een nieuw voorstel');
      expect(alert()).toBe('');
      expect(field('why').value).toBe('Met een tafel.');
      await pause();
      expect(api.proposals.map(({ moderationState }) => moderationState)).toEqual(['submitted', 'draft']);
    });

    it('says so when the page is opened again, and again after a reload', async () => {
      await sent();
      await type('Met een tafel.', 'why');
      api.submitted(id());
      await open();
      await open();
      expect(alert()).toContain('Dit voorstel is al ingestuurd');
      expect(field('why').value).toBe('Met een tafel.');
    });

    it('is not sent twice when the first answer was lost on the way', async () => {
      await sent();
      await review();
      api.isLosingAnswers = true;
      await press('Stuur in');
      expect(words(page())).toContain('Insturen lukt nu niet.');
      api.isLosingAnswers = false;
      await press('Stuur in');
      expect(title()).toBe('Uw voorstel is binnen');
      expect(api.proposals).toHaveLength(1);
    });

    it('is told in a window where it stands too', async () => {
      await sent();
      api.submitted(id());
      localStorage.setItem('ka-drafts', '[]');
      dispatchEvent(new StorageEvent('storage', { key: 'ka-drafts' }));
      await settle();
      expect(alert()).toContain('Dit voorstel is al ingestuurd');
      expect(wish()).toBe('');
    });
  });

  describe('that was changed elsewhere', () => {
    const changed = async (): Promise<void> => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await pause();
      await type('Een bankje bij de steiger');
      api.has({ id: api.proposals[0]?.id ?? '', title: 'Een picknicktafel', version: 4 });
    };
    const text = (): string => api.text(api.proposals[0]?.id ?? '');

    it('shows both texts, and neither is lost before its author decides', async () => {
      await changed();
      await pause();
      expect(alert()).toContain('Dit concept is ook ergens anders veranderd');
      expect(alert()).toContain('Een picknicktafel');
      expect(wish()).toBe('Een bankje bij de steiger');
      const before = api.calls.length;
      await type('Een bankje bij de steiger!');
      await pause();
      expect([text(), api.calls.length]).toEqual(['Een picknicktafel', before]);
      await review();
      expect(words(page())).not.toContain('Stuur in');
    });

    it('is not overwritten after a reload either', async () => {
      await changed();
      await open();
      await pause();
      expect(alert()).toContain('Een picknicktafel');
      expect([wish(), text()]).toEqual(['Een bankje bij de steiger', 'Een picknicktafel']);
    });

    it('goes on with the words of here on request, and can turn back', async () => {
      await changed();
      await pause();
      await press('Ga verder met mijn tekst hier');
      await pause();
      expect([alert(), text()]).toEqual(['', 'Een bankje bij de steiger']);
      TestBed.inject(Notices).undo();
      await pause();
      expect([wish(), text()]).toEqual(['Een picknicktafel', 'Een picknicktafel']);
    });

    it('takes the other words on request, and can turn back', async () => {
      await changed();
      await pause();
      await press('Neem de andere tekst');
      await pause();
      expect([wish(), text()]).toEqual(['Een picknicktafel', 'Een picknicktafel']);
      TestBed.inject(Notices).undo();
      await pause();
      expect([wish(), text()]).toEqual(['Een bankje bij de steiger', 'Een bankje bij de steiger']);
    });

    it('shows the newer words when nothing was typed here', async () => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await pause();
      api.has({ id: api.proposals[0]?.id ?? '', title: 'Een picknicktafel', version: 4 });
      await open();
      expect([wish(), alert()]).toEqual(['Een picknicktafel', '']);
      await pause();
      expect(api.calls).toHaveLength(1);
    });

    it('stands in both windows of one device as it is typed', async () => {
      await open('?kern=tricht', null);
      await type('Een bankje');
      const kept = JSON.parse(localStorage.getItem('ka-drafts') ?? '[]') as object[];
      localStorage.setItem('ka-drafts', JSON.stringify([{ ...kept[0], title: 'Een bankje in de andere tab' }]));
      dispatchEvent(new StorageEvent('storage', { key: 'ka-drafts' }));
      await settle();
      expect(wish()).toBe('Een bankje in de andere tab');
    });
  });

  describe('that is opened from the own points', () => {
    it('does not replace newer words on this device', async () => {
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await pause();
      await type('Een bankje met een leuning');
      await open(`?concept=${api.proposals[0]?.id}`);
      expect(wish()).toBe('Een bankje met een leuning');
    });

    it('does not replace another text that was not sent', async () => {
      api.has({ id: 'p7', title: 'Een speeltuin' });
      await open('?kern=tricht', anna);
      await type('Een bankje aan de Linge');
      await open('?concept=p7');
      expect([title(), wish()]).toEqual(['Uw voorstel voor Tricht', 'Een speeltuin']);
      expect(others()).toContain('Een bankje aan de Linge');
      await pause();
      expect(api.calls).toEqual([]);
    });

    it('says when it is gone, and asks who is not signed in to sign in', async () => {
      await open('?concept=p7', anna);
      expect(alert()).toContain('Dit concept is er niet');
      await open('?concept=p7', null);
      expect(alert()).toContain('Log in om verder te gaan met uw concept.');
      expect(page().querySelector('ka-draft-notices a')?.getAttribute('href')).toContain('concept%3Dp7');
    });
  });

  it('that was deleted on its page is forgotten here, and the others are not', async () => {
    await open('?kern=tricht', anna);
    await type('Een bankje aan de Linge');
    await pause();
    await go('/mijn');
    TestBed.inject(ProposalDraft).forget(api.proposals[0]?.id ?? '');
    api.proposals = [];
    await open();
    expect([wish(), alert(), others()]).toEqual(['', '', '']);
  });

  it('that the municipality has no more is saved anew with the words that were never there', async () => {
    await open('?kern=tricht', anna);
    await type('Een bankje aan de Linge');
    await pause();
    api.proposals = [];
    await type('Een bankje met een leuning');
    await pause();
    expect(api.proposals.map(({ title: saved }) => saved)).toEqual(['Een bankje met een leuning']);
  });

  it('that came from the village page does not replace another, and is taken up once', async () => {
    await open('?kern=tricht', null);
    await type('Een bankje aan de Linge');
    await open('?kern=tricht&wat=Een%20speeltuin');
    expect(wish()).toBe('Een speeltuin');
    expect(others()).toContain('Een bankje aan de Linge');
    expect(TestBed.inject(Router).url).not.toContain('wat=');
  });

  it('is read at the latest on the day that the desk calls its last', async () => {
    await open();
    const end = workingDaysAfter(new Date(), 5);
    expect(words(page().querySelector('.ka-time'))).toContain(`Uiterlijk ${dayName(end)}.`);
    expect(termOf(end.toISOString(), end).name).toBe('vandaag');
  });

  it('gets a theme and a kind only from an author who wants to choose', async () => {
    await open('?kern=tricht', anna);
    await type('Een bankje aan de Linge');
    expect(page().querySelector('details')?.open).toBe(false);
    await pause();
    expect(api.proposals[0]).toMatchObject({ theme: 'other', kind: null });
    await type('green', 'theme');
    await type('good', 'kind');
    await pause();
    expect(api.proposals[0]).toMatchObject({ theme: 'green', kind: 'good' });
    await review();
    expect(words(page())).toContain('Groen');
    expect(words(page())).toContain('Iets aanschaffen');
  });
});
