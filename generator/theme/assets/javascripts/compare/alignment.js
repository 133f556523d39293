/* Which sections of two reports belong together. The same as generator/taxonomy/alignment.py and likeness.py. */

import { masked } from "./text.js";

const TEXT_WEIGHT = 50;
const HEADING_WEIGHT = 20;
const THEME_WEIGHT = 30;
const FLOOR = 23_000; // of 100,000
const WORDING_FLOOR = 150; // thousandths

/** @typedef {import("./text.js").SectionText} SectionText */
/** @typedef {{counts: Map<string, number>, total: number}} Pairs */
/** @typedef {{text: Pairs, heading: Pairs, themes: Set<string>}} Weighed */

/**
 * Pairs of neighbouring characters; the beginning of each text counts as a character.
 * @param {readonly string[]} texts
 * @returns {Pairs}
 */
export function pairsOf(texts) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let total = 0;
  for (const text of texts) {
    let before = "^";
    for (const character of text) {
      const pair = before + character;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
      total += 1;
      before = character;
    }
  }
  return { counts, total };
}

/**
 * Dice's coefficient in thousandths.
 * @param {Pairs} one
 * @param {Pairs} other
 * @returns {number}
 */
export function likeness(one, other) {
  const total = one.total + other.total;
  if (!total) return 0;
  const [few, many] = one.counts.size <= other.counts.size ? [one, other] : [other, one];
  let common = 0;
  for (const [pair, count] of few.counts) common += Math.min(count, many.counts.get(pair) ?? 0);
  return Math.floor((2000 * common) / total);
}

/**
 * @param {readonly SectionText[]} old
 * @param {readonly SectionText[]} later
 * @returns {Map<number, number>} place in the later report -> place in the earlier one
 */
export function alignSections(old, later) {
  const earlier = old.map(weigh), after = later.map(weigh);
  /** @type {number[][]} */
  const found = [];
  after.forEach((one, at) => {
    earlier.forEach((other, before) => {
      const score = scoreOf(other, one);
      // Of pairs equally alike those that stand at the same height come first.
      if (score >= FLOOR) found.push([-score, Math.abs(at * earlier.length - before * after.length), at, before]);
    });
  });
  const aligned = new Map();
  const taken = new Set();
  for (const [, , at, before] of found.sort(byNumbers)) {
    if (aligned.has(at) || taken.has(before)) continue;
    aligned.set(at, before);
    taken.add(before);
  }
  return aligned;
}

/**
 * The order of lists of numbers.
 * @param {readonly number[]} one
 * @param {readonly number[]} other
 * @returns {number}
 */
export function byNumbers(one, other) {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at < 0 ? 0 : one[at] - other[at];
}

/**
 * @param {SectionText} section
 * @returns {Weighed}
 */
function weigh(section) {
  return {
    text: pairsOf(section.sentences.map((sentence) => sentence.mask)),
    heading: pairsOf(section.title ? [masked(section.title)] : []),
    themes: section.themes,
  };
}

/**
 * @param {Weighed} old
 * @param {Weighed} later
 * @returns {number}
 */
function scoreOf(old, later) {
  const text = likeness(old.text, later.text);
  const heading = old.heading.total && later.heading.total ? likeness(old.heading, later.heading) : text;
  if (text + heading < WORDING_FLOOR) return 0;
  const union = new Set([...old.themes, ...later.themes]).size;
  const shared = [...old.themes].filter((theme) => later.themes.has(theme)).length;
  const themes = union ? Math.floor((1000 * shared) / union) : text;
  return TEXT_WEIGHT * text + HEADING_WEIGHT * heading + THEME_WEIGHT * themes;
}
