/* What became of each sentence. The same as generator/taxonomy/sentence_changes.py. */

import { byNumbers, likeness, pairsOf } from "./alignment.js";
import { matchingBlocks } from "./sequence-matcher.js";

const FLOOR = 500;
const FARTHEST = 100;

/** @typedef {import("./text.js").SectionText} SectionText */
/** @typedef {import("./text.js").Sentence} Sentence */
/** @typedef {string} Place `section:sentence`, from 0 */
/** @typedef {{same: Map<Place, Place>, moved: Map<Place, Place>, changed: Map<Place, Place>}} Matches */

/**
 * @param {number} section
 * @param {number} step
 * @returns {Place}
 */
export function placeOf(section, step) {
  return `${section}:${step}`;
}

/**
 * @param {Place} place
 * @returns {[number, number]} section and sentence
 */
export function numbersOf(place) {
  const [section, step] = place.split(":").map(Number);
  return [section, step];
}

/**
 * @param {readonly SectionText[]} old
 * @param {readonly SectionText[]} later
 * @param {Map<number, number>} aligned place in the later report -> place in the earlier one
 * @returns {Matches} place in the later report -> place in the earlier one
 */
export function matchSentences(old, later, aligned) {
  /** @type {Matches} */
  const matches = { same: new Map(), moved: new Map(), changed: new Map() };
  const pairs = [...aligned].sort(byNumbers);
  for (const [at, before] of pairs) {
    const keys = (/** @type {SectionText} */ section) => section.sentences.map((sentence) => sentence.key);
    for (const [first, start, size] of matchingBlocks(keys(old[before]), keys(later[at]))) {
      for (let step = 0; step < size; step += 1) matches.same.set(placeOf(at, start + step), placeOf(before, first + step));
    }
  }
  const finder = new Finder(old, later, matches);
  finder.findEqual("key", matches.moved);
  for (const [at, before] of pairs) finder.findEqual("mask", matches.changed, before, at);
  finder.findEqual("mask", matches.changed);
  for (const [at, before] of pairs) finder.findAlike(before, at);
  return matches;
}

class Finder {
  /**
   * @param {readonly SectionText[]} old
   * @param {readonly SectionText[]} later
   * @param {Matches} matches
   */
  constructor(old, later, matches) {
    this.old = old;
    this.later = later;
    this.matches = matches;
    this.taken = new Set(matches.same.values());
    this.found = new Set(matches.same.keys());
  }

  /**
   * @param {"key" | "mask"} form
   * @param {Map<Place, Place>} into
   * @param {number} [before]
   * @param {number} [at]
   */
  findEqual(form, into, before, at) {
    /** @type {Map<string, Place[]>} */
    const waiting = new Map();
    for (const [place, sentence] of free(this.old, this.taken, before)) {
      const there = waiting.get(sentence[form]);
      if (there) there.push(place);
      else waiting.set(sentence[form], [place]);
    }
    for (const [place, sentence] of free(this.later, this.found, at)) {
      const was = waiting.get(sentence[form])?.shift();
      if (was) this.take(place, was, into);
    }
  }

  /**
   * @param {number} before
   * @param {number} at
   */
  findAlike(before, at) {
    const one = free(this.old, this.taken, before), other = free(this.later, this.found, at);
    const earlier = one.map(([, sentence]) => pairsOf([sentence.mask]));
    /** @type {number[][]} */
    const found = [];
    other.forEach(([, sentence], place) => {
      const pairs = pairsOf([sentence.mask]);
      for (let was = Math.max(0, place - FARTHEST); was < Math.min(one.length, place + FARTHEST + 1); was += 1) {
        const score = likeness(earlier[was], pairs);
        if (score >= FLOOR) found.push([-score, Math.abs(place - was), place, was]);
      }
    });
    for (const [, , place, was] of found.sort(byNumbers)) {
      if (this.found.has(other[place][0]) || this.taken.has(one[was][0])) continue;
      this.take(other[place][0], one[was][0], this.matches.changed);
    }
  }

  /**
   * @param {Place} place
   * @param {Place} was
   * @param {Map<Place, Place>} into
   */
  take(place, was, into) {
    into.set(place, was);
    this.found.add(place);
    this.taken.add(was);
  }
}

/**
 * @param {readonly SectionText[]} sections
 * @param {Set<Place>} used
 * @param {number} [section] this one alone
 * @returns {[Place, Sentence][]}
 */
function free(sections, used, section) {
  const numbers = section === undefined ? sections.keys() : [section];
  /** @type {[Place, Sentence][]} */
  const places = [];
  for (const number of numbers) {
    sections[number].sentences.forEach((sentence, step) => {
      const place = placeOf(number, step);
      if (!used.has(place)) places.push([place, sentence]);
    });
  }
  return places;
}
