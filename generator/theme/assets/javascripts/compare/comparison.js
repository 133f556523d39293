/* Compare two reports. The same as generator/taxonomy/comparison.py; a test compares both on many pairs. */

import { alignSections } from "./alignment.js";
import { matchSentences, numbersOf, placeOf } from "./sentence-changes.js";
import { comparedText } from "./text.js";
import { markWords } from "./word-marks.js";

/** @typedef {import("./text.js").Passage} Passage */
/** @typedef {import("./text.js").SectionText} SectionText */
/** @typedef {import("./text.js").Sentence} Sentence */
/** @typedef {import("./sentence-changes.js").Matches} Matches */
/** @typedef {import("./sentence-changes.js").Place} Place */
/** @typedef {import("./word-marks.js").Piece} Piece */
/** @typedef {"same" | "moved" | "left" | "numbers" | "changed" | "new" | "dropped"} Change */
/** @typedef {{change: Change, old: Sentence | null, new: Sentence | null, pieces: Piece[], elsewhere: number}} SentenceChange */
/** @typedef {Record<"same" | "moved" | "left" | "numbersOld" | "numbersNew" | "changedOld" | "changedNew" | "dropped" | "new", number>} Extent */
/** @typedef {{old: SectionText | null, new: SectionText | null, changes: SentenceChange[], extent: Extent}} SectionComparison */
/** @typedef {{sections: SectionComparison[], extent: Extent, isCut: boolean}} Comparison */

/**
 * @param {readonly Passage[]} old all passages of the one report
 * @param {readonly Passage[]} later all passages of the other
 * @returns {Comparison}
 */
export function compareReports(old, later) {
  const one = comparedText(old), other = comparedText(later);
  const aligned = alignSections(one.sections, other.sections);
  const matches = matchSentences(one.sections, other.sections, aligned);
  const order = orderOf(one.sections.length, other.sections.length, aligned);
  const writer = new Writer(one.sections, other.sections, order, matches);
  const sections = order.map(([before, at]) => writer.section(before, at));
  return { sections, extent: sum(sections.map((section) => section.extent)), isCut: one.isCut || other.isCut };
}

/**
 * All of the earlier text, and all of the later one, in characters without blanks.
 * @param {Extent} extent
 * @returns {{old: number, new: number}}
 */
export function totals(extent) {
  return {
    old: extent.same + extent.left + extent.numbersOld + extent.changedOld + extent.dropped,
    new: extent.same + extent.moved + extent.numbersNew + extent.changedNew + extent.new,
  };
}

/** @typedef {[number | null, number | null]} Pair */

/**
 * Sections in the order of the later report, those it dropped behind the one that they followed.
 * @param {number} old
 * @param {number} later
 * @param {Map<number, number>} aligned
 * @returns {Pair[]}
 */
function orderOf(old, later, aligned) {
  const back = new Map([...aligned].map(([at, before]) => [before, at]));
  /** @type {Map<number, Pair[]>} */
  const behind = new Map();
  let last = -1;
  for (let before = 0; before < old; before += 1) {
    const at = back.get(before);
    if (at !== undefined) last = at;
    else behind.set(last, [...(behind.get(last) ?? []), [before, null]]);
  }
  const order = [...(behind.get(-1) ?? [])];
  for (let at = 0; at < later; at += 1) order.push([aligned.get(at) ?? null, at], ...(behind.get(at) ?? []));
  return order;
}

class Writer {
  /**
   * @param {readonly SectionText[]} old
   * @param {readonly SectionText[]} later
   * @param {readonly Pair[]} order
   * @param {Matches} matches
   */
  constructor(old, later, order, matches) {
    this.old = old;
    this.later = later;
    this.matches = matches;
    const pairs = new Set(order.map(String));
    /** @type {Map<Place, Place>} */
    this.gone = new Map();
    for (const [at, before] of matches.moved) this.gone.set(before, at);
    for (const [at, before] of matches.changed) {
      if (!pairs.has(String([numbersOf(before)[0], numbersOf(at)[0]]))) this.gone.set(before, at);
    }
    this.stays = new Set([...matches.same.values(), ...matches.changed.values()].filter((place) => !this.gone.has(place)));
    this.numberOfOld = new Map(order.map(([before], place) => [before, place + 1]));
    this.numberOfNew = new Map(order.map(([, at], place) => [at, place + 1]));
  }

  /**
   * @param {number | null} before
   * @param {number | null} at
   * @returns {SectionComparison}
   */
  section(before, at) {
    /** @type {SentenceChange[]} */
    const changes = [];
    const length = before === null ? 0 : this.old[before].sentences.length;
    const anchors = this.anchors(before, at);
    const following = [...anchors.values(), length];
    if (before !== null) changes.push(...this.goneFrom(before, 0, following[0]));
    let passed = 0;
    for (let step = 0; at !== null && step < this.later[at].sentences.length; step += 1) {
      changes.push(this.line(placeOf(at, step)));
      const was = anchors.get(step);
      if (before === null || was === undefined) continue;
      passed += 1;
      changes.push(...this.goneFrom(before, was + 1, following[passed]));
    }
    return {
      old: before === null ? null : this.old[before],
      new: at === null ? null : this.later[at],
      changes,
      extent: sum(changes.map(extentOf)),
    };
  }

  /**
   * Sentences of the later section whose counterparts in the earlier one follow each other, with these.
   * @param {number | null} before
   * @param {number | null} at
   * @returns {Map<number, number>}
   */
  anchors(before, at) {
    const anchors = new Map();
    let told = 0;
    for (let step = 0; at !== null && step < this.later[at].sentences.length; step += 1) {
      const place = placeOf(at, step);
      const counterpart = this.matches.same.get(place) ?? this.matches.changed.get(place);
      const [section, was] = counterpart === undefined ? [null, 0] : numbersOf(counterpart);
      if (section === null || section !== before || was < told) continue;
      anchors.set(step, was);
      told = was + 1;
    }
    return anchors;
  }

  /**
   * @param {number} before
   * @param {number} start
   * @param {number} end
   * @returns {SentenceChange[]}
   */
  goneFrom(before, start, end) {
    /** @type {SentenceChange[]} */
    const lines = [];
    for (let step = start; step < end; step += 1) {
      const place = placeOf(before, step);
      if (this.stays.has(place)) continue;
      const old = this.old[before].sentences[step];
      const there = this.gone.get(place);
      if (there === undefined) {
        lines.push({ change: "dropped", old, new: null, pieces: [], elsewhere: 0 });
      } else {
        const elsewhere = this.numberOfNew.get(numbersOf(there)[0]) ?? 0;
        lines.push({ change: "left", old, new: sentenceAt(this.later, there), pieces: [], elsewhere });
      }
    }
    return lines;
  }

  /**
   * @param {Place} place
   * @returns {SentenceChange}
   */
  line(place) {
    const { same, moved, changed } = this.matches;
    const later = sentenceAt(this.later, place);
    const was = same.get(place) ?? moved.get(place) ?? changed.get(place);
    if (was === undefined) return { change: "new", old: null, new: later, pieces: [], elsewhere: 0 };
    const old = sentenceAt(this.old, was);
    const elsewhere = this.gone.has(was) ? (this.numberOfOld.get(numbersOf(was)[0]) ?? 0) : 0;
    if (same.has(place)) return { change: "same", old, new: later, pieces: [], elsewhere: 0 };
    if (moved.has(place)) return { change: "moved", old, new: later, pieces: [], elsewhere };
    const change = old.mask === later.mask ? "numbers" : "changed";
    return { change, old, new: later, pieces: markWords(old.text, later.text), elsewhere };
  }
}

/**
 * @param {readonly SectionText[]} sections
 * @param {Place} place
 * @returns {Sentence}
 */
function sentenceAt(sections, place) {
  const [section, step] = numbersOf(place);
  return sections[section].sentences[step];
}

/** @returns {Extent} */
function nothing() {
  return { same: 0, moved: 0, left: 0, numbersOld: 0, numbersNew: 0, changedOld: 0, changedNew: 0, dropped: 0, new: 0 };
}

/**
 * @param {SentenceChange} line
 * @returns {Extent}
 */
function extentOf({ change, old, new: later, elsewhere }) {
  const before = old?.length ?? 0, after = later?.length ?? 0;
  const extent = nothing();
  if (change === "same") extent.same = after;
  else if (change === "moved") extent.moved = after;
  else if (change === "left") extent[old?.key === later?.key ? "left" : "numbersOld"] = before;
  else if (change === "dropped") extent.dropped = before;
  else if (change === "new") extent.new = after;
  else {
    extent[change === "numbers" ? "numbersOld" : "changedOld"] = elsewhere ? 0 : before;
    extent[change === "numbers" ? "numbersNew" : "changedNew"] = after;
  }
  return extent;
}

/**
 * @param {readonly Extent[]} extents
 * @returns {Extent}
 */
function sum(extents) {
  const total = nothing();
  for (const extent of extents) {
    for (const name of /** @type {(keyof Extent)[]} */ (Object.keys(total))) total[name] += extent[name];
  }
  return total;
}
