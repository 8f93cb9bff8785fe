export { contrastFaults, contrastOf, contrastPairs, contrastSentence } from './contrast';
export type { ContrastFault } from './contrast';
export { palette } from './palette';
export type { ColourName, Palette, Scheme } from './palette';
export { colourPattern, paletteOf, schemes, themeColours, themeFaults, themeStylesheet } from './theme';
export type { ChosenColours, SchemeColours, ThemeColour } from './theme';
export { municipalityDefaults, municipalityLimits } from './settings';
export type { MunicipalityInput, MunicipalitySettings } from './settings';
