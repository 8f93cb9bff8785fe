import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, namedQuery, requireVersion } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { toSlug } from '@kernagenda/villages/domain/geojson';
import {
  contrastSentence,
  municipalityDefaults,
  schemes,
  themeColours,
  themeFaults,
  themeStylesheet,
} from '@kernagenda/villages/domain/settings';
import type { ChosenColours, MunicipalityInput, MunicipalitySettings } from '@kernagenda/villages/domain/settings';
import { findMunicipality } from './municipality';
import { Municipality } from './villages.entities';
import { coloursQuery, termsQuery } from './villages.queries';

type Terms = Pick<MunicipalitySettings, 'readWithinDays' | 'answerWithinDays'>;

const none: MunicipalitySettings = {
  ...{ name: '', address: '', telephone: '', email: '', website: '' },
  ...municipalityDefaults,
  colours: { light: {}, dark: {} },
  allowsPublicEmbeddings: false,
  version: 0,
};

/** What the administrator decides about the municipality. Who may is said at the door. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: Audit,
  ) {}

  async get(): Promise<MunicipalitySettings> {
    return toSettings(await findMunicipality(this.dataSource.manager));
  }

  /** The terms in working days, also where there is no municipality yet. */
  async getTerms(source: DataSource | EntityManager): Promise<Terms> {
    const [terms] = await namedQuery<Terms>(source, 'municipality terms', termsQuery);
    return terms ?? municipalityDefaults;
  }

  /** Whether an administrator allows embedding models outside the private network. */
  async allowsPublicEmbeddings(): Promise<boolean> {
    return (await findMunicipality(this.dataSource.manager))?.allowsPublicEmbeddings ?? false;
  }

  async getStylesheet(): Promise<string> {
    type Row = { readonly colours: ChosenColours };
    const [row] = await namedQuery<Row>(this.dataSource, 'municipality colours', coloursQuery);
    return row ? themeStylesheet(row.colours) : '';
  }

  /**
   * Makes the municipality where there is none.
   * @throws Problem `invalid_input` with every pair of colours that is too hard to read, `stale_version`
   */
  async save(actor: Actor, input: MunicipalityInput, seenVersion: number): Promise<MunicipalitySettings> {
    const colours = onlyChosen(input.colours);
    const errors = themeFaults(colours).map((fault) => ({
      pointer: `/colours/${fault.scheme}`,
      detail: contrastSentence(fault),
    }));
    if (errors.length > 0) throw new Problem('invalid_input', 'Some colours are too hard to read.', errors);
    return this.dataSource.transaction(async (manager) => {
      // Two who begin at once would make two municipalities; readers go on.
      await manager.query('lock table municipality in share row exclusive mode');
      const found = await findMunicipality(manager);
      requireVersion(found?.version ?? 0, seenVersion);
      const { name, address, telephone, email, website, allowsPublicEmbeddings } = input;
      const terms = { readWithinDays: input.readWithinDays, answerWithinDays: input.answerWithinDays };
      const contact = { address, telephone, email, website };
      const wanted = { name, ...contact, ...terms, colours, allowsPublicEmbeddings, version: seenVersion + 1 };
      const empty = { population: 0, populationSource: '', attribution: '', waters: [] };
      const row = found ?? manager.create(Municipality, { slug: toSlug(name) || 'gemeente', ...empty });
      const saved = await manager.save(manager.create(Municipality, { ...row, ...wanted }));
      await this.audit.record(manager, {
        actorId: actor.personId,
        action: found ? 'municipality.change' : 'municipality.create',
        objectType: 'municipality',
        objectId: saved.id,
        details: { from: found ? { ...toSettings(found) } : null, to: { ...toSettings(saved) } },
      });
      return toSettings(saved);
    });
  }
}

/** Without what was sent as undefined, so that the row holds colours alone. */
function onlyChosen(colours: ChosenColours): ChosenColours {
  const [light, dark] = schemes.map((scheme) =>
    Object.fromEntries(themeColours.flatMap((name) => (colours[scheme][name] ? [[name, colours[scheme][name]]] : []))),
  );
  return { light: light ?? {}, dark: dark ?? {} };
}

function toSettings(municipality: Municipality | null): MunicipalitySettings {
  if (!municipality) return none;
  const { name, address, telephone, email, website, readWithinDays, answerWithinDays } = municipality;
  const { colours, allowsPublicEmbeddings, version } = municipality;
  return {
    ...{ name, address, telephone, email, website, readWithinDays, answerWithinDays },
    ...{ colours, allowsPublicEmbeddings, version },
  };
}
