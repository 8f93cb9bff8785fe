import { aDevice, anna, bram } from './testing/device';

describe('the draft of somebody who was signed in here', () => {
  const { api, open, pause, page, words, wish, type, press, alert, review } = aDevice();

  it('is neither shown to nor sent by the next person, and waits for its author', async () => {
    await open('?kern=tricht', anna);
    await type('Dit is van mij alleen');
    await open('?kern=tricht', null);
    expect(wish()).toBe('');
    expect(words(page())).not.toContain('Dit is van mij alleen');
    expect(alert()).toContain('Log in en schrijf verder.');
    await open('?kern=tricht', bram);
    expect(words(page())).not.toContain('Dit is van mij alleen');
    expect(wish()).toBe('');
    await pause();
    expect(api.calls).toEqual([]);
    await open('?kern=tricht', anna);
    expect(wish()).toBe('Dit is van mij alleen');
  });

  it('leaves the screen when another window signs somebody else in, and is never theirs', async () => {
    await open('?kern=tricht', anna);
    await type('Dit is van mij alleen');
    api.person = bram;
    await pause();
    expect(api.calls).toEqual([]);
    expect(wish()).toBe('');
  });

  it('stays what it was with the municipality when another window signs somebody else in', async () => {
    await open('?kern=tricht', anna);
    await type('Dit is van mij alleen');
    await pause();
    await type('Dit blijft van mij alleen');
    api.person = bram;
    await pause();
    expect(api.proposals.map(({ title: saved, authorId }) => [saved, authorId])).toEqual([
      ['Dit is van mij alleen', 'anna'],
    ]);
    expect(wish()).toBe('');
    await open('?kern=tricht', anna);
    expect(wish()).toBe('Dit blijft van mij alleen');
    await pause();
    expect(api.proposals.map(({ title: saved }) => saved)).toEqual(['Dit blijft van mij alleen']);
  });

  it('stays on the screen of its author when the session ended, who signs in and goes on', async () => {
    await open('?kern=tricht', anna);
    await type('Een bankje aan de Linge');
    await pause();
    await type('Een bankje met een leuning');
    await review();
    api.person = null;
    await press('Stuur in');
    expect(words(page())).toContain('U bent niet meer ingelogd. Uw tekst is bewaard.');
    expect(words(page())).toContain('Een bankje met een leuning');
    await open('?kern=tricht&stap=controleren', anna);
    expect(words(page())).toContain('Een bankje met een leuning');
    await press('Stuur in');
    expect(api.proposals.map(({ title: saved }) => saved)).toEqual(['Een bankje met een leuning']);
  });

  it('written before signing in belongs to who signs in first', async () => {
    await open('?kern=tricht', null);
    await type('Een bankje aan de Linge');
    await open('?kern=tricht', bram);
    expect(wish()).toBe('Een bankje aan de Linge');
    await open('?kern=tricht', anna);
    expect(wish()).toBe('');
  });
});
