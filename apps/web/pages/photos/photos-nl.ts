import { photoLimits } from '@kernagenda/proposals/domain/photos';
import type { PhotoFailure } from './chosen-photo';

/** The id of the field for the words about a photo, by its place. */
export const controlIdOf = (index: number): string => `photo-${index + 1}`;

const failures: Record<PhotoFailure, string> = {
  line: 'De verbinding viel weg. De foto en uw tekst staan nog hier.',
  failed: 'Versturen lukt nu niet. De foto en uw tekst staan nog hier.',
  refused: 'Deze foto kunnen wij niet lezen. Haal hem weg en kies een andere.',
  full: 'Er staan te veel foto’s klaar. Haal er één weg.',
};

export const photosNl = {
  title: 'Foto’s',
  hint: `Hooguit ${photoLimits.count}. Laat de plek zien, liever geen gezichten of nummerborden. Waar u de foto nam sturen wij niet mee.`,
  choose: 'Maak of kies een foto',
  add: 'Foto toevoegen',
  chooseMore: 'Nog een foto',
  reading: 'Wij maken de foto kleiner.',
  count: (count: number) => {
    if (count < 2) return count ? 'Eén foto gekozen.' : '';
    return count < photoLimits.count ? `${count} foto’s gekozen.` : `${count} foto’s gekozen. Meer kan niet.`;
  },
  unreadable: (name: string) => `‘${name}’ kunnen wij niet lezen. Kies een foto als JPEG, PNG of WebP.`,
  waiting: 'De foto staat op dit apparaat en gaat mee met uw tekst.',
  sending: (percent: number) => `Wordt verstuurd: ${percent}%`,
  progress: (number: number) => `Foto ${number} wordt verstuurd`,
  number: (number: number) => `(foto ${number})`,
  again: 'Opnieuw',
  words: {
    label: (number: number) => `Wat is er te zien op foto ${number}?`,
    hint: 'Voor wie de foto niet kan zien. Eén zin is genoeg.',
    none: 'Ik geef geen beschrijving',
  },
  forward: 'Naar voren',
  remove: 'Haal weg',
  removed: 'De foto is weg.',
  changeFailed: 'Dit lukte niet. Probeer het opnieuw.',
  errors: {
    words: (number: number) => `Schrijf wat er op foto ${number} te zien is, of kies ‘Ik geef geen beschrijving’.`,
  },
  undescribed: (number: number) => `Foto ${number}, zonder beschrijving`,
  notSent: 'Niet elke foto is aangekomen. Uw tekst en uw foto’s staan nog hier. Probeer het opnieuw.',
  failures,
};
