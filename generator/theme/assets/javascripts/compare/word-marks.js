/* Where two sentences differ. The same as generator/taxonomy/word_marks.py. */

import { opcodes } from "./sequence-matcher.js";

const TOKEN = /[0-9０-９]+(?:[.．,][0-9０-９]+)*[%％]?|[A-Za-z]+|[\s\S]/gu;

const MOST_EQUAL_PLACES = 10_000;

/** @typedef {{kind: "both" | "old" | "new", text: string}} Piece */
/** @typedef {{isEqual: boolean, old: string[], later: string[]}} Run */

/**
 * @param {string} old
 * @param {string} later
 * @returns {Piece[]} both sentences in one, what was taken out in front of what was put in
 */
export function markWords(old, later) {
  const before = old.match(TOKEN) ?? [], after = later.match(TOKEN) ?? [];
  if (equalPlaces(before, after) > MOST_EQUAL_PLACES) return [{ kind: "old", text: old }, { kind: "new", text: later }];
  const runs = opcodes(before, after).map(([kind, first, last, start, end]) => ({
    isEqual: kind === "equal", old: before.slice(first, last), later: after.slice(start, end),
  }));
  return withoutChance(runs).flatMap(piecesOf);
}

/**
 * @param {readonly string[]} before
 * @param {readonly string[]} after
 * @returns {number} in how many places a token of the one equals one of the other
 */
function equalPlaces(before, after) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const token of before) counts.set(token, (counts.get(token) ?? 0) + 1);
  return after.reduce((sum, token) => sum + (counts.get(token) ?? 0), 0);
}

/**
 * Melt short equal runs into the changes around them until none is left.
 * @param {Run[]} runs
 * @returns {Run[]}
 */
function withoutChance(runs) {
  let at = 1;
  while (at < runs.length - 1) {
    const before = runs[at - 1], same = runs[at], behind = runs[at + 1];
    if (same.isEqual && same.old.length <= size(before) && same.old.length <= size(behind)) {
      const old = [...before.old, ...same.old, ...behind.old], later = [...before.later, ...same.later, ...behind.later];
      runs.splice(at - 1, 3, { isEqual: false, old, later });
      at = Math.max(1, at - 2);
    } else {
      at += 1;
    }
  }
  return runs;
}

/** @param {Run} run */
function size(run) {
  return Math.max(run.old.length, run.later.length);
}

/**
 * @param {Run} run
 * @returns {Piece[]}
 */
function piecesOf({ isEqual, old, later }) {
  if (isEqual) return [{ kind: "both", text: later.join("") }];
  /** @type {Piece[]} */
  const pieces = [];
  if (old.length) pieces.push({ kind: "old", text: old.join("") });
  if (later.length) pieces.push({ kind: "new", text: later.join("") });
  return pieces;
}
