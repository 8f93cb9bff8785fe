/** Rivers, regions and larger towns: two texts that name the same one are near each other, not about the same. */
export const placeNames = `
rijn nederrijn waal maas ijssel linge merwede vecht amstel dommel dinkel oude-ijssel schelde noordzee waddenzee ijsselmeer
gelderland utrecht overijssel drenthe groningen friesland flevoland limburg zeeland brabant noord-brabant holland noord-holland zuid-holland nederland
betuwe tielerwaard bommelerwaard alblasserwaard vijfheerenlanden rivierenland veluwe achterhoek twente salland liemers krimpenerwaard hoeksche
amsterdam rotterdam haag utrecht eindhoven tilburg breda nijmegen arnhem zwolle deventer apeldoorn amersfoort enschede tiel leerdam gorinchem culemborg
zaltbommel vianen wageningen ede dordrecht bosch leiden gouda delft haarlem alkmaar leeuwarden assen emmen maastricht venlo roermond
`;
