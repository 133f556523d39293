/** What a reader typed -> words to look for, and the keys of their lists (see generator/search/symbols.py). */

import { hashOf } from "./lists.js";
import { normalise } from "./normalise.js";

export const MOST_CHARACTERS = 200;
const MOST_WORDS = 12;
const NUMBERS = 17 << 16;
const PUNCTUATION = new Set("!\"#%&'()*+,-./:;<=>?@[\\]^_`{|}~。、“”‘’《》〈〉【】〔〕「」『』—–…·");
const QUOTED = /^[\s\u3000]*(?:["＂]([^"＂]+)["＂](?=[\s\u3000]|$)|([^\s\u3000]+))/;

/**
 * @typedef {{text: string, normal: string}} Word
 * @typedef {{key: number, isCoarse: boolean, isBridge?: boolean, isNumber?: boolean}} Key
 * @typedef {import("./normalise.js").Fold} Fold
 */

/**
 * Blanks part words; straight quotes around words keep their blanks. Quotes inside a word are part of it, as are “ ”.
 * @param {string} query
 * @returns {{texts: string[], note: string}} the words as typed; the note says in Chinese what was left out
 */
export function parseQuery(query) {
  let rest = query.slice(0, MOST_CHARACTERS);
  let note = query.length > MOST_CHARACTERS ? `检索内容过长，只检索了前 ${MOST_CHARACTERS} 个字。` : "";
  /** @type {string[]} */
  const texts = [];
  for (let found = QUOTED.exec(rest); found; found = QUOTED.exec(rest)) {
    texts.push(found[1] ?? found[2]);
    rest = rest.slice(found[0].length);
  }
  if (texts.length > MOST_WORDS && !note) note = `检索词过多，只检索了前 ${MOST_WORDS} 个。`;
  return { texts: texts.slice(0, MOST_WORDS), note };
}

/**
 * @param {string[]} texts
 * @param {Fold} fold
 * @returns {Word[]} without empty ones, each once
 */
export function toWords(texts, fold) {
  /** @type {Word[]} */
  const words = [];
  for (const text of texts) {
    const normal = normalise(text, fold);
    if (normal && !words.some((word) => word.normal === normal)) words.push({ text, normal });
  }
  return words;
}

/** @param {string} character */
function symbolOf(character) {
  const code = /** @type {number} */ (character.codePointAt(0));
  return code > 0xffff ? 0xd800 | (code & 0x7ff) : code;
}

/**
 * The keys of a word: its single character, or its pairs and the bridges over its punctuation; each four digits in a row
 * instead of the pairs in them.
 * @param {string} normal
 * @returns {Key[]}
 */
export function keysOf(normal) {
  const characters = Array.from(normal);
  const symbols = characters.map(symbolOf);
  if (symbols.length === 1) return [{ key: (symbols[0] << 16) >>> 0, isCoarse: true }];
  const isMark = characters.map((character) => PUNCTUATION.has(character));
  /** @type {Key[]} */
  const keys = [];
  const inNumber = new Uint8Array(symbols.length); // 1 behind the first digit of a number
  // One unit a character, so that places are the same.
  for (const { 0: digits, index } of characters.map((one) => one[0]).join("").matchAll(/[0-9]{4,}/g)) {
    inNumber.fill(1, index + 1, index + digits.length);
    for (let end = 4; end <= digits.length; end += 1) {
      keys.push({ key: NUMBERS + Number(digits.slice(end - 4, end)), isCoarse: false, isNumber: true });
    }
  }
  let plain = isMark[0] ? -1 : 0;
  for (let at = 1; at < symbols.length; at += 1) {
    const isCoarse = isMark[at - 1] || isMark[at];
    if (!inNumber[at]) keys.push({ key: ((symbols[at - 1] << 16) | symbols[at]) >>> 0, isCoarse });
    if (isMark[at]) continue;
    if (plain >= 0 && at > plain + 1) keys.push({ key: bridgeKey(symbols[plain], symbols[at]), isCoarse: true, isBridge: true });
    plain = at;
  }
  return keys;
}

/**
 * @param {number} first
 * @param {number} second
 */
function bridgeKey(first, second) {
  const mixed = hashOf((first << 16) | second);
  return (((1 + (mixed >>> 28)) << 16) | ((mixed >>> 12) & 0xffff)) >>> 0;
}

/**
 * True where the list of the word's one pair or number says all: which passages hold it and which do not.
 * @param {string} normal
 */
export function isListed(normal) {
  const keys = keysOf(normal);
  return keys.length === 1 && !keys[0].isCoarse && Array.from(normal).length === normal.length;
}

/**
 * Words of a language without blanks, for a phrase that stands nowhere as it is.
 * @param {string[]} texts
 * @returns {string[]} empty where the browser cannot tell
 */
export function segmented(texts) {
  if (typeof Intl === "undefined" || !("Segmenter" in Intl)) return [];
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const words = texts.flatMap((text) => Array.from(segmenter.segment(text)).filter((part) => part.isWordLike));
  const long = words.filter((part) => Array.from(part.segment).length > 1);
  return (long.length ? long : words).map((part) => part.segment).slice(0, MOST_WORDS);
}
