/** Which reports may hold all words, and in which order they are shown. Numbers only: no text is read here. */

import { seek } from "./lists.js";

/**
 * @typedef {import("./segment.js").Match} Match
 * @typedef {import("./segment.js").Head} Head
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {object} Spans the places of one word, by report
 * @property {Uint32Array} reports rising
 * @property {Uint32Array} starts index of the report's first place in the list
 * @property {Uint32Array} ends index behind its last
 * @property {Uint8Array} headings 1 where a place is in a title or heading
 * @typedef {object} Part the candidates of one segment, rising by report
 * @property {Segment} segment
 * @property {Head} head
 * @property {Match[]} matches one a word
 * @property {Spans[]} spans the same reports for every word
 * @property {Uint32Array} reports
 * @property {Uint32Array} counts passages with all words, or, where there are none, with any; 1 where that is not known
 * @property {Uint8Array} ranks 2: every word is in a title or heading; 1: one passage has all words
 * @typedef {object} Candidate
 * @property {Segment} segment
 * @property {number} report number in its segment
 * @property {number} count
 * @property {number[]} leaves that may hold a word
 * @property {number[] | null} passages that `count` counts; null where only the leaves are known
 */

/**
 * @param {Segment} segment
 * @param {Head} head
 * @param {Match[]} matches
 * @returns {Part}
 */
export function partOf(segment, head, matches) {
  const spans = inAll(matches.map((match) => spansOf(head, match)));
  const reports = spans[0].reports;
  const counts = new Uint32Array(reports.length).fill(1);
  const ranks = new Uint8Array(reports.length);
  /** @type {Part} */
  const part = { segment, head, matches, spans, reports, counts, ranks };
  const isOne = matches.length === 1;
  for (let index = 0; index < reports.length; index += 1) {
    const inHeading = spans.every((span) => span.headings[index] === 1);
    if (isOne && matches[0].isFine) counts[index] = spans[0].ends[index] - spans[0].starts[index];
    const { passages, inOnePassage } = isOne ? ONE : passagesAt(part, index);
    if (passages) counts[index] = passages.length;
    ranks[index] = (inHeading ? 2 : 0) + (inOnePassage ? 1 : 0);
  }
  return part;
}

const ONE = { passages: null, inOnePassage: true };

/**
 * @param {Head} head
 * @param {Match} match
 * @returns {Spans}
 */
function spansOf(head, match) {
  const { places, heads } = match.list;
  /** @type {number[]} */
  const reports = [];
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const headings = [];
  let leaf = 0;
  for (let index = 0; index < places.length; index += 1) {
    if (match.isFine) while (places[index] >= head.firstPassage[leaf + 1]) leaf += 1;
    else leaf = places[index];
    const report = head.reportOf[leaf];
    if (reports[reports.length - 1] !== report) {
      reports.push(report);
      starts.push(index);
      headings.push(heads[index]);
    } else if (heads[index]) headings[headings.length - 1] = 1;
  }
  return {
    reports: Uint32Array.from(reports),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from([...starts.slice(1), places.length].slice(0, starts.length)),
    headings: Uint8Array.from(headings),
  };
}

/**
 * The reports that all words have.
 * @param {Spans[]} spans
 * @returns {Spans[]}
 */
function inAll(spans) {
  if (spans.length === 1) return spans;
  const few = spans.reduce((one, other) => (one.reports.length <= other.reports.length ? one : other));
  /** @type {number[][]} */
  const kept = spans.map(() => []);
  const at = spans.map(() => 0);
  for (const report of few.reports) {
    const isInAll = spans.every((span, word) => {
      at[word] = seek(span.reports, report, at[word]);
      return span.reports[at[word]] === report;
    });
    if (isInAll) spans.forEach((_, word) => kept[word].push(at[word]));
  }
  return spans.map((span, word) => ({
    reports: Uint32Array.from(kept[word], (index) => span.reports[index]),
    starts: Uint32Array.from(kept[word], (index) => span.starts[index]),
    ends: Uint32Array.from(kept[word], (index) => span.ends[index]),
    headings: Uint8Array.from(kept[word], (index) => span.headings[index]),
  }));
}

/**
 * The passages of a report that count: those that all words with known passages share, or, where there are none, all.
 * @param {Part} part
 * @param {number} index
 * @returns {{passages: number[] | null, inOnePassage: boolean}}
 */
export function passagesAt(part, index) {
  const fine = part.matches.flatMap((match, word) =>
    match.isFine ? [match.list.places.subarray(part.spans[word].starts[index], part.spans[word].ends[index])] : [],
  );
  if (!fine.length) return ONE;
  const shared = Array.from(fine[0]).filter((place) => fine.every((places) => places.includes(place)));
  if (shared.length) return { passages: shared, inOnePassage: true };
  const any = Array.from(new Set(fine.flatMap((places) => Array.from(places))));
  return { passages: any.sort((one, other) => one - other), inOnePassage: false };
}

/**
 * @param {Part} part
 * @param {number} index
 * @returns {Candidate}
 */
export function candidateAt(part, index) {
  const { segment, head, matches, spans, reports, counts } = part;
  const report = reports[index];
  /** @type {Set<number>} */
  const leaves = new Set();
  matches.forEach((match, word) => {
    let leaf = head.firstLeaf[report];
    for (const place of match.list.places.subarray(spans[word].starts[index], spans[word].ends[index])) {
      if (match.isFine) while (place >= head.firstPassage[leaf + 1]) leaf += 1;
      leaves.add(match.isFine ? leaf : place);
    }
  });
  return {
    segment,
    report,
    count: counts[index],
    leaves: Array.from(leaves).sort((one, other) => one - other),
    passages: passagesAt(part, index).passages,
  };
}

const INDEX = 2 ** 27;
const COUNT = 2 ** 22;

/**
 * Title and heading hits first, then all words in one passage, then more passages, then newer, then report id: reports are
 * numbered by date and id.
 * @param {Part[]} parts newest first
 * @param {"relevance" | "date"} sort
 * @returns {{length: number, count: (order: number) => number, inHeading: (order: number) => boolean, at: (order: number) => Candidate}}
 */
export function ranked(parts, sort) {
  const length = parts.reduce((sum, part) => sum + part.reports.length, 0);
  const keys = new Float64Array(length);
  let next = 0;
  for (const { counts, ranks } of parts) {
    for (let index = 0; index < counts.length; index += 1) {
      const rank = sort === "date" ? 0 : 4 * COUNT - ranks[index] * COUNT - Math.min(counts[index], COUNT - 1);
      keys[next] = rank * INDEX + next;
      next += 1;
    }
  }
  keys.sort();
  const find = (/** @type {number} */ order) => {
    let index = keys[order] % INDEX;
    let part = 0;
    while (index >= parts[part].reports.length) index -= parts[part++].reports.length;
    return { part: parts[part], index };
  };
  return {
    length,
    count: (order) => {
      const { part, index } = find(order);
      return part.counts[index];
    },
    inHeading: (order) => {
      const { part, index } = find(order);
      return part.ranks[index] >= 2;
    },
    at: (order) => {
      const { part, index } = find(order);
      return candidateAt(part, index);
    },
  };
}

/**
 * The part with the candidates alone that are wanted.
 * @param {Part} part
 * @param {(candidate: Candidate) => number} wanted how many of its passages count; 0: it is not wanted
 * @returns {Part}
 */
export function sifted(part, wanted) {
  /** @type {number[]} */
  const kept = [];
  /** @type {number[]} */
  const counts = [];
  for (let index = 0; index < part.reports.length; index += 1) {
    const count = wanted(candidateAt(part, index));
    if (!count) continue;
    kept.push(index);
    counts.push(count);
  }
  const pick = (/** @type {Uint32Array} */ values) => Uint32Array.from(kept, (index) => values[index]);
  return {
    ...part,
    reports: pick(part.reports),
    counts: Uint32Array.from(counts),
    ranks: Uint8Array.from(kept, (index) => part.ranks[index]),
    spans: part.spans.map((span) => ({
      reports: pick(span.reports),
      starts: pick(span.starts),
      ends: pick(span.ends),
      headings: Uint8Array.from(kept, (index) => span.headings[index]),
    })),
  };
}
