/**
 * The form in which texts and queries are compared, the same as generator/search/normalise.py makes: NFKC, case folded,
 * white space, control and zero-width characters dropped, traditional to simplified. One cluster (a character and the
 * combining marks after it) at a time, so that every normal character leads back to where it stands in the text.
 */

const DROPPED =
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\u{d800}-\u{dfff}\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/u;
const COMBINES = /[\p{M}\u1160-\u11ff\uff9e\uff9f]/u;

/** @typedef {Map<string, string>} Fold traditional character -> simplified one */

/** @type {Map<string, string>} */
const known = new Map();

/**
 * @param {string} cluster
 * @param {Fold} fold
 */
function form(cluster, fold) {
  let plain = known.get(cluster);
  if (plain === undefined) {
    plain = "";
    for (const character of cluster.normalize("NFKC")) {
      if (!DROPPED.test(character)) plain += character.toUpperCase().toLowerCase();
    }
    if (known.size < 20000) known.set(cluster, plain);
  }
  if (!fold.size) return plain;
  let folded = "";
  for (const character of plain) folded += fold.get(character) ?? character;
  return folded;
}

/** @param {string} text */
function clusters(text) {
  const characters = Array.from(text);
  if (!COMBINES.test(text)) return characters;
  /** @type {string[]} */
  const joined = [];
  for (const character of characters) {
    if (joined.length && COMBINES.test(character)) joined[joined.length - 1] += character;
    else joined.push(character);
  }
  return joined;
}

/**
 * @param {string} text
 * @param {Fold} fold
 */
export function normalise(text, fold) {
  let normal = "";
  for (const cluster of clusters(text)) normal += form(cluster, fold);
  return normal;
}

/**
 * Where each code unit of the normal form comes from.
 * @param {string} text
 * @param {Fold} fold
 * @returns {{starts: number[], ends: number[]}} for each unit of `normalise(text, fold)`, where its cluster begins and
 *   ends in `text`
 */
export function origins(text, fold) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  for (const cluster of clusters(text)) {
    for (let unit = form(cluster, fold).length; unit > 0; unit -= 1) {
      starts.push(at);
      ends.push(at + cluster.length);
    }
    at += cluster.length;
  }
  return { starts, ends };
}

/**
 * Find a normal phrase in a text.
 * @param {string} normal the text's normal form
 * @param {string} phrase not empty
 * @returns {number[]} where it begins, overlapping ones left out
 */
export function occurrences(normal, phrase) {
  /** @type {number[]} */
  const found = [];
  for (let at = normal.indexOf(phrase); at >= 0; at = normal.indexOf(phrase, at + phrase.length)) found.push(at);
  return found;
}

/**
 * Ranges of the original text (code units) that hold the phrases, in order, joined where they overlap.
 * @param {string} text
 * @param {string} normal
 * @param {string[]} phrases
 * @param {Fold} fold
 * @returns {[number, number][]}
 */
export function ranges(text, normal, phrases, fold) {
  const from = origins(text, fold);
  /** @type {[number, number][]} */
  const found = [];
  for (const phrase of phrases) {
    for (const at of occurrences(normal, phrase)) found.push([from.starts[at], from.ends[at + phrase.length - 1]]);
  }
  found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  /** @type {[number, number][]} */
  const joined = [];
  for (const [start, end] of found) {
    const last = joined[joined.length - 1];
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
