/** Traditional characters of a query: the table that leads to the simplified ones, and when it is needed at all. */

import { readVarint } from "./lists.js";

const IDEOGRAPH = /[\u3400-\u9fff\u{20000}-\u{3ffff}]/u;

/** @type {Set<string> | undefined} */
let common;

/**
 * The ideographs of GB 2312, which are the simplified ones in common use: every browser can name them, nothing is loaded.
 * @returns {Set<string>} empty where it cannot
 */
function commonCharacters() {
  if (common) return common;
  const bytes = Uint8Array.from({ length: 72 * 94 * 2 }, (_, at) => (at % 2 ? 0xa1 + ((at >> 1) % 94) : 0xb0 + Math.floor(at / 188)));
  try {
    common = new Set(new TextDecoder("gbk").decode(bytes));
  } catch {
    common = new Set();
  }
  return common;
}

/**
 * Whether the table may change a text; it need not be loaded where it cannot.
 * @param {string} text
 * @param {string} exceptions characters of GB 2312 that the table holds all the same
 */
export function mayFold(text, exceptions) {
  return Array.from(text).some(
    (character) => IDEOGRAPH.test(character) && (!commonCharacters().has(character) || exceptions.includes(character)),
  );
}

/**
 * @param {Uint8Array} bytes see generator/search/simplified.py
 * @returns {Map<string, string>} traditional character -> simplified one
 */
export function readFold(bytes) {
  const cursor = { at: 0 };
  let code = 0;
  const keys = Array.from({ length: readVarint(bytes, cursor) }, () => (code += readVarint(bytes, cursor)));
  return new Map(
    keys.map((key) => {
      const away = readVarint(bytes, cursor);
      return [String.fromCodePoint(key), String.fromCodePoint(key + (away % 2 ? -(away + 1) / 2 : away / 2))];
    }),
  );
}
