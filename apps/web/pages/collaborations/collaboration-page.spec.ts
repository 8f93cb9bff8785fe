import { TestBed } from '@angular/core/testing';
import { Notices } from '@kernagenda/shared/web';
import { OpenedPages } from './testing/opened-pages';
import { collaboration, party } from './testing/views';

describe('collaborations', () => {
  let pages: OpenedPages;
  beforeEach(() => {
    pages = new OpenedPages();
  });
  afterEach(() => pages.close());

  describe('the list', () => {
    it('shows who does what together, how far it is and how old that is', async () => {
      await pages.open('/samenwerkingen');
      expect(pages.all('.ka-together h2')).toEqual(['Samen bankjes kopen']);
      expect(pages.text('.ka-together li')).toContain('Deil en Tricht');
      expect(pages.text('.ka-together .ka-stand')).toContain('Afspraken maken');
      expect(pages.text('.ka-together .ka-stand')).toContain('6 dagen oud');
    });

    it('says of what stopped that it went on apart', async () => {
      pages.shown = collaboration({ phase: 'closed', isStopped: true });
      await pages.open('/samenwerkingen');
      expect(pages.text('.ka-together .ka-stand')).toContain('Niet samen verder');
    });

    it('of one village without any says so, with the way to all', async () => {
      await pages.open('/samenwerkingen?kern=varik');
      expect(pages.text('ka-empty')).toContain('Varik doet nog niet met een ander dorp samen');
      expect(pages.element.querySelector('ka-empty a')?.getAttribute('href')).toBe('/samenwerkingen');
    });

    it('without any invites', async () => {
      pages.shown = null;
      await pages.open('/samenwerkingen');
      expect(pages.text('ka-empty')).toContain('Nog geen dorpen samen');
    });
  });

  describe('the page, to everybody', () => {
    it('says what, who and how old, and what is still to be chosen', async () => {
      await pages.open();
      expect(pages.text('h1')).toBe('Samen bankjes kopen');
      expect(pages.text('.ka-tag')).toBe('Samenwerking van twee dorpen');
      expect(pages.text('.ka-lead')).toContain('Deil en Tricht willen dit samen doen.');
      const [what, who, age] = pages.all('.ka-facts dd');
      expect(what).toBe('Afspraken maken Stap 2 van 5');
      expect(who).toContain('Deil');
      expect(who).toContain('Nog te kiezen: wie het trekt en tot wanneer');
      expect(age).toContain('6 dagen oud');
      expect(pages.element.querySelector('[aria-current=step]')?.textContent).toContain('Afspraken maken');
    });

    it('tells what was agreed, who takes part, who left and why', async () => {
      const left = { leftAt: '2026-02-20T09:00:00Z', leftReason: 'Wij hebben al bankjes.' };
      pages.shown = collaboration({
        parties: [party('Deil', { role: 'lead' }), party('Tricht'), party('Varik', left)],
      });
      await pages.open();
      expect(pages.all('.ka-time h3')).toEqual(['De samenwerking begon', 'Wij nemen hout']);
      expect(pages.text('.ka-time')).toContain('Dat past bij de dijk.');
      expect(pages.all('.ka-who strong')).toEqual(['Deil', 'Tricht', 'Varik']);
      expect(pages.text('.ka-who--gone')).toContain('‘Wij hebben al bankjes.’');
      expect(pages.button('Stap uit')).toBeUndefined();
      expect(pages.button('Niet samen verder')).toBeUndefined();
    });

    it('that stopped gives the reason, without shame and without steps', async () => {
      pages.shown = collaboration({ phase: 'closed', stopReason: 'Onze bankjes zijn te verschillend.' });
      await pages.open();
      expect(pages.text('.ka-note')).toContain('Onze bankjes zijn te verschillend.');
      expect(pages.element.querySelector('.ka-phase')).toBeNull();
      expect(pages.all('.ka-facts dd')[0]).toBe('Niet samen verder');
    });

    it('that is not there says so', async () => {
      pages.shown = null;
      await pages.open();
      expect(pages.text('h1')).toBe('Deze pagina is er niet');
    });
  });

  describe('the page, to who signs for a party', () => {
    const own = { threadId: 'th', tasks: [], documents: [], people: [{ id: 'anna', displayName: 'Secretaris Deil' }] };

    it('does not begin before the terms are there, and says which are missing', async () => {
      pages.shown = collaboration({ allowedActions: ['execute', 'agree', 'stop'], forParties: own });
      await pages.open();
      expect(pages.text('ka-phase-actions')).toContain('nog nodig: wie het trekt en tot wanneer');
      expect(pages.button('Begin met het werk')).toBeUndefined();
      expect(pages.button('Vul de afspraken in')).toBeDefined();
    });

    it('writes the terms on the version that was read', async () => {
      pages.shown = collaboration({ allowedActions: ['agree'], forParties: own });
      await pages.open();
      await pages.click('Vul de afspraken in');
      await pages.fill('Wie trekt het?', 'anna');
      await pages.fill('Tot wanneer?', '2026-12-31');
      await pages.fill('Hoe stapt een dorp uit?', 'Tot de bestelling, met een reden.');
      await pages.fill('Wie besluit?', 'Beide groepen samen');
      await pages.submit();
      const [terms] = pages.sent;
      expect([terms?.call, terms?.version]).toEqual(['PUT /collaborations/c1/terms', '"4"']);
      expect(terms?.body).toMatchObject({
        title: 'Samen bankjes kopen',
        ownerId: 'anna',
        endsOn: '2026-12-31',
        goal: { quality: '', cost: 'Een lagere prijs per bankje.', continuity: '' },
      });
      expect(TestBed.inject(Notices).current()?.message).toBe('De afspraken zijn bewaard.');
    });

    it('stops together with a reason, and hears when somebody was first', async () => {
      pages.shown = collaboration({ allowedActions: ['stop'], forParties: own });
      await pages.open();
      await pages.click('Niet samen verder');
      await pages.submit();
      expect(pages.sent).toEqual([]);
      expect(pages.text('.ka-errors')).toContain('Schrijf de reden');
      await pages.fill('Waarom?', 'Onze bankjes zijn te verschillend.');
      pages.refuses = { status: 409, code: 'wrong_state' };
      await pages.submit();
      expect(pages.text('[role=alert]')).toContain('iemand was u voor');
      pages.refuses = null;
      await pages.submit();
      expect(pages.sent.at(-1)).toEqual({
        call: 'POST /collaborations/c1/stop',
        version: '"4"',
        body: { reason: 'Onze bankjes zijn te verschillend.' },
      });
    });

    it('takes the own village out with a reason', async () => {
      pages.shown = collaboration({
        forParties: own,
        parties: [party('Deil', { role: 'lead' }), party('Tricht', { allowedActions: ['leave'] })],
      });
      await pages.open();
      await pages.click('Stap uit met Tricht');
      await pages.fill('Waarom?', 'Wij hebben al bankjes.');
      await pages.submit();
      expect(pages.sent.at(-1)?.call).toBe('POST /collaborations/c1/parties/party-tricht/leave');
    });

    it('plans tasks with a person and a day, and marks them done', async () => {
      const task = {
        id: 'task',
        title: 'Bel de leverancier',
        person: own.people[0] ?? null,
        partyId: 'party-deil',
        dueOn: '2026-03-01',
        doneAt: null,
        version: 2,
      };
      pages.shown = collaboration({ allowedActions: ['work'], forParties: { ...own, tasks: [task] } });
      await pages.open('/samenwerkingen/c1/werk');
      expect(pages.text('.ka-tasks li')).toContain('Secretaris Deil, Deil');
      expect(pages.text('.ka-tasks .ka-wait')).toContain('had klaar moeten zijn op 1 maart 2026');
      await pages.click('Klaar');
      expect(pages.sent.at(-1)).toMatchObject({
        call: 'PUT /collaborations/c1/tasks/task',
        version: '"2"',
        body: { title: 'Bel de leverancier', isDone: true },
      });
      await pages.click('Nieuwe taak');
      await pages.fill('Wat moet er gebeuren?', 'Meet de plekken op');
      await pages.submit();
      expect(pages.sent.at(-1)?.body).toEqual({
        title: 'Meet de plekken op',
        personId: null,
        partyId: null,
        dueOn: null,
        isDone: false,
      });
    });
  });
});
