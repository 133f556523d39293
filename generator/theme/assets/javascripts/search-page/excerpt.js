/* What is shown of a passage: the sentences around the words that were found, and where these are. */

/** @typedef {[number, number]} Span offsets in UTF-16 code units: first, and after the last */
/** @typedef {{text: string, marked: boolean}} Piece */

const LEAD = 36; // characters before the first word, at most
const SENTENCE_END = /[。！？；\n]/u;
const PAUSE = /[，、：,]/u;

/**
 * Cut a passage to what a list has room for.
 * @param {string} text the passage as published
 * @param {readonly Span[]} ranges where the words stand; may overlap, in any order
 * @param {number} [most] characters to show, at least as many as the first word has
 * @returns {Piece[]} in order; `…` stands where something was left out; nothing is marked where there are no ranges
 */
export function excerpt(text, ranges, most = 140) {
  const spans = merged(ranges, text.length);
  const start = spans.length ? opening(text, spans[0][0]) : 0;
  const least = spans.length ? spans[0][1] : 0;
  const end = closing(text, spans, Math.min(text.length, Math.max(start + most, least)));
  /** @type {Piece[]} */
  const pieces = [];
  if (start > 0 && !SENTENCE_END.test(text[start - 1])) pieces.push({ text: "…", marked: false });
  pieces.push(...cut(text, spans, start, end));
  if (end < text.length) pieces.push({ text: "…", marked: false });
  return pieces;
}

/**
 * The whole text with its words marked.
 * @param {string} text
 * @param {readonly Span[]} ranges
 * @returns {Piece[]}
 */
export function pieces(text, ranges) {
  return cut(text, merged(ranges, text.length), 0, text.length);
}

/**
 * The words themselves as they stand in the text, each once, longest first: what a link tells the page to mark.
 * @param {readonly {text: string, ranges: readonly Span[]}[]} passages
 * @param {number} [most] how many words
 * @returns {string[]}
 */
export function wordsFound(passages, most = 8) {
  const words = new Set();
  for (const { text, ranges } of passages) {
    for (const [start, end] of ranges) words.add(text.slice(start, end).replace(/[\s\u200b-\u200d\ufeff]+/gu, ""));
  }
  words.delete("");
  return [...words].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).slice(0, most);
}

/**
 * @param {readonly Span[]} ranges
 * @param {number} length
 * @returns {Span[]} in order, without overlap, inside the text
 */
function merged(ranges, length) {
  /** @type {Span[]} */
  const spans = [];
  for (const [first, last] of [...ranges].sort((one, other) => one[0] - other[0])) {
    const start = Math.max(0, first), end = Math.min(length, last), before = spans.at(-1);
    if (end <= start) continue;
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

/**
 * Where an excerpt opens: the beginning of the sentence if near, else after a pause, else somewhere before.
 * @param {string} text
 * @param {number} at the first word
 * @returns {number}
 */
function opening(text, at) {
  const far = Math.max(0, at - LEAD);
  if (far === 0) return 0;
  for (const mark of [SENTENCE_END, PAUSE]) {
    for (let place = at; place > far; place -= 1) if (mark.test(text[place - 1])) return place;
  }
  return whole(text, far);
}

/**
 * Where an excerpt closes: not inside a word that was found.
 * @param {string} text
 * @param {readonly Span[]} spans
 * @param {number} end
 * @returns {number}
 */
function closing(text, spans, end) {
  const cutSpan = spans.find(([first, last]) => first < end && end < last);
  return whole(text, cutSpan ? cutSpan[1] : end);
}

/**
 * Not between the two halves of one character.
 * @param {string} text
 * @param {number} place
 * @returns {number}
 */
function whole(text, place) {
  const code = text.charCodeAt(place);
  return code >= 0xdc00 && code <= 0xdfff ? place + 1 : place;
}

/**
 * @param {string} text
 * @param {readonly Span[]} spans
 * @param {number} start
 * @param {number} end
 * @returns {Piece[]}
 */
function cut(text, spans, start, end) {
  /** @type {Piece[]} */
  const found = [];
  let at = start;
  for (const [first, last] of spans) {
    const from = Math.max(first, start), to = Math.min(last, end);
    if (to <= from) continue;
    if (from > at) found.push({ text: text.slice(at, from), marked: false });
    found.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) found.push({ text: text.slice(at, end), marked: false });
  return found;
}
