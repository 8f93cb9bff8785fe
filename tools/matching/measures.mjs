const cut = 5;
const gain = (place) => 1 / Math.log2(place + 2);

/**
 * How good pairs are against the topics of their texts. Query: every row; candidates: the rows of other villages that
 * came back. Rows without a topic are not asked and count neither for nor against.
 * Source of the definitions: Järvelin and Kekäläinen (2002) for nDCG, binary gain.
 */
export function measure(rows, pairs) {
  const candidates = new Map(rows.map(({ id }) => [id, []]));
  const labelled = pairs.filter(({ a, b }) => a.topic && b.topic);
  for (const { a, b, score, tier } of labelled) {
    candidates.get(a.id).push({ other: b, score, tier });
    candidates.get(b.id).push({ other: a, score, tier });
  }
  const total = { asked: 0, ndcg: 0, recall: 0, covered: 0, alone: 0, aloneFlagged: 0, relevant: 0 };
  for (const row of rows.filter(({ topic }) => topic)) {
    const isRelevant = (other) => other.topic === row.topic;
    const relevant = rows.filter((other) => other.id !== row.id && other.village !== row.village && isRelevant(other));
    const found = candidates.get(row.id).sort((x, y) => y.score - x.score || (x.other.id < y.other.id ? -1 : 1));
    if (relevant.length === 0) {
      total.alone += 1;
      if (found.some(({ tier }) => tier === 'strong')) total.aloneFlagged += 1;
      continue;
    }
    const hits = found.slice(0, cut).map(({ other }) => isRelevant(other));
    const best = Math.min(cut, relevant.length);
    const ideal = Array.from({ length: best }, (_, place) => gain(place)).reduce((sum, each) => sum + each, 0);
    total.asked += 1;
    total.relevant += relevant.length / 2;
    total.ndcg += hits.reduce((sum, isHit, place) => sum + (isHit ? gain(place) : 0), 0) / ideal;
    total.recall += hits.filter(Boolean).length / best;
    if (found.some(({ other, tier }) => tier === 'strong' && isRelevant(other))) total.covered += 1;
  }
  const of = (tiers) => {
    const taken = labelled.filter(({ tier }) => tiers.includes(tier));
    const right = taken.filter(({ a, b }) => a.topic === b.topic).length;
    const [precision, recall] = [right / taken.length, right / total.relevant];
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
  };
  return {
    rows: rows.length,
    asked: total.asked,
    ndcg: total.ndcg / total.asked,
    recall: total.recall / total.asked,
    flagged: of(['strong', 'possible']),
    strong: of(['strong']),
    coverage: total.covered / total.asked,
    alone: total.alone,
    aloneFlagged: total.aloneFlagged / total.alone,
  };
}

const shown = (number) => (Number.isFinite(number) ? number.toFixed(3) : '-');

/** The measures on one line. */
export const describe = (name, { rows, asked, ndcg, recall, flagged, strong, coverage, alone, aloneFlagged }) =>
  `${name} rows=${rows} asked=${asked} ndcg@5=${shown(ndcg)} recall@5=${shown(recall)} f1=${shown(flagged.f1)} ` +
  `precision=${shown(flagged.precision)} recall=${shown(flagged.recall)} strong-precision=${shown(strong.precision)} ` +
  `strong-recall=${shown(strong.recall)} coverage=${shown(coverage)} singletons=${alone} singletons-strong=${shown(aloneFlagged)}`;
