/*
 * Python's difflib.SequenceMatcher with autojunk off and without junk: the same blocks for the same sequences, so that a
 * comparison made in the browser is the one that the site's own pages show.
 */

/** @typedef {[number, number, number]} Block place in the one, place in the other, length */
/** @typedef {["equal" | "replace", number, number, number, number]} Opcode first and last in the one, then in the other */

/**
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 * @returns {Block[]} in order, neighbouring blocks joined; without the empty one that Python puts at the end
 */
export function matchingBlocks(one, other) {
  /** @type {Map<string, number[]>} */
  const places = new Map();
  other.forEach((item, at) => {
    const there = places.get(item);
    if (there) there.push(at);
    else places.set(item, [at]);
  });
  /** @type {[number, number, number, number][]} */
  const queue = [[0, one.length, 0, other.length]];
  /** @type {Block[]} */
  const found = [];
  for (let range = queue.pop(); range; range = queue.pop()) {
    const [first, last, start, end] = range;
    const [at, there, size] = longest(one, places, first, last, start, end);
    if (!size) continue;
    found.push([at, there, size]);
    if (first < at && start < there) queue.push([first, at, start, there]);
    if (at + size < last && there + size < end) queue.push([at + size, last, there + size, end]);
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @type {Block[]} */
  const joined = [];
  for (const block of found) {
    const before = joined.at(-1);
    if (before && before[0] + before[2] === block[0] && before[1] + before[2] === block[1]) before[2] += block[2];
    else joined.push(block);
  }
  return joined;
}

/**
 * What is equal and what is not, in order; what Python calls insert and delete is a replacement by or of nothing.
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 * @returns {Opcode[]}
 */
export function opcodes(one, other) {
  /** @type {Opcode[]} */
  const told = [];
  let at = 0, there = 0;
  for (const [first, start, size] of [...matchingBlocks(one, other), [one.length, other.length, 0]]) {
    if (at < first || there < start) told.push(["replace", at, first, there, start]);
    if (size) told.push(["equal", first, first + size, start, start + size]);
    at = first + size;
    there = start + size;
  }
  return told;
}

/**
 * The longest run that is in both ranges; of several the one that begins first in the one, then in the other.
 * @param {readonly string[]} one
 * @param {Map<string, number[]>} places
 * @param {number} first
 * @param {number} last
 * @param {number} start
 * @param {number} end
 * @returns {Block}
 */
function longest(one, places, first, last, start, end) {
  /** @type {Block} */
  let best = [first, start, 0];
  /** @type {Map<number, number>} */
  let lengths = new Map();
  for (let at = first; at < last; at += 1) {
    /** @type {Map<number, number>} */
    const next = new Map();
    for (const there of places.get(one[at]) ?? []) {
      if (there < start) continue;
      if (there >= end) break;
      const length = (lengths.get(there - 1) ?? 0) + 1;
      next.set(there, length);
      if (length > best[2]) best = [at - length + 1, there - length + 1, length];
    }
    lengths = next;
  }
  return best;
}
