/** The texts themselves: what is shown, and what is counted as exact, was found in them. */

import { ranges } from "./normalise.js";

/**
 * @typedef {import("./candidates.js").Candidate} Candidate
 * @typedef {import("./segment.js").Leaf} Leaf
 * @typedef {object} ReportFacts
 * @property {string} id
 * @property {string} title
 * @property {string} agency
 * @property {number | null} year
 * @property {string} date ISO, or empty
 * @property {string} type
 * @typedef {object} PassageHit
 * @property {string} anchor on the report's page; empty for a field
 * @property {string} heading label of the section, or empty
 * @property {"" | "title" | "agency" | "document_number" | "index_number"} field which field it is; empty for a passage
 * @property {string} text the whole passage as published
 * @property {[number, number][]} ranges of `text` that were found, in code units
 * @typedef {object} Group
 * @property {ReportFacts} report
 * @property {string} uri from the site's root
 * @property {number} count of passages: those with all words, or, where there are none, those with any
 * @property {boolean} inHeading every word is in the title or a heading
 * @property {boolean} inOnePassage there are passages with all words
 * @property {PassageHit[]} passages these passages, hits in headings first
 */

/**
 * @param {Candidate} candidate
 * @param {string[]} phrases normal forms of the words
 * @param {(passage: number) => boolean} isWanted by the filters on passages
 * @returns {Promise<Group | null>} null where the report does not hold every word
 */
export async function verified(candidate, phrases, isWanted) {
  const leaves = await Promise.all(candidate.leaves.map((leaf) => candidate.segment.leaf(leaf)));
  const rows = leaves.flatMap((leaf) => rowsOf(leaf, phrases));
  if (!phrases.every((_, index) => rows.some((row) => row.has[index]))) return null;
  const all = rows.filter((row) => row.has.every(Boolean));
  const wanted = (all.length ? all : rows).filter((row) => isWanted(row.number));
  if (!wanted.length) return null;
  wanted.sort((one, other) => Number(other.heads.includes(true)) - Number(one.heads.includes(true)) || one.number - other.number);
  const { id, uri, title, agency, year, date, type } = leaves[0].about;
  return {
    report: { id, title, agency, year, date, type },
    uri,
    count: wanted.length,
    inHeading: phrases.every((_, index) => rows.some((row) => row.heads[index])),
    inOnePassage: all.length > 0,
    passages: wanted.map((row) => hitOf(row, phrases)),
  };
}

/**
 * @typedef {{leaf: Leaf, index: number, number: number, has: boolean[], heads: boolean[]}} Found
 * @param {Leaf} leaf
 * @param {string[]} phrases
 * @returns {Found[]} passages with any of the words
 */
function rowsOf(leaf, phrases) {
  /** @type {Found[]} */
  const rows = [];
  leaf.normals.forEach((normal, index) => {
    const places = phrases.map((phrase) => normal.indexOf(phrase));
    if (places.every((place) => place < 0)) return;
    const heads = phrases.map((phrase, word) => places[word] >= 0 && isInHeading(leaf, index, phrase));
    rows.push({ leaf, index, number: leaf.firstPassage + index, has: places.map((place) => place >= 0), heads });
  });
  return rows;
}

/**
 * @param {Leaf} leaf
 * @param {number} index
 * @param {string} phrase that the passage holds
 */
function isInHeading(leaf, index, phrase) {
  const [, , end, text] = leaf.passages[index];
  return end > 0 && ranges(text, leaf.normals[index], [phrase], leaf.fold)[0][1] <= end;
}

/**
 * @param {Found} row
 * @param {string[]} phrases
 * @returns {PassageHit}
 */
function hitOf(row, phrases) {
  const [anchor, label, , text] = row.leaf.passages[row.index];
  return {
    anchor,
    heading: anchor ? label : "",
    field: /** @type {PassageHit["field"]} */ (anchor ? "" : label),
    text,
    ranges: ranges(text, row.leaf.normals[row.index], phrases, row.leaf.fold),
  };
}
