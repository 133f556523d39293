/* A hit in the title is shown on the title itself, and not once more below it. */

import { pieces } from "./excerpt.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./excerpt.js").Span} Span */
/** @typedef {import("./opening.js").Group} Group */
/** @typedef {import("./opening.js").Passage} Passage */

/**
 * @param {Group} group
 * @returns {{title: Piece[], inTitle: boolean, passages: Passage[]}} the title with its words marked, and the passages
 *   that say something else; the document's own title differs in blanks alone
 */
export function splitTitle({ report, passages }) {
  const letters = squeezed(report.title).text;
  const titles = passages.filter((passage) => squeezed(passage.text).text === letters);
  const spans = titles.length ? moved(titles[0], report.title) : [];
  return { title: pieces(report.title, spans), inTitle: titles.length > 0, passages: passages.filter((each) => !titles.includes(each)) };
}

/**
 * @param {string} text
 * @returns {{text: string, places: number[]}} without blanks, and where each unit stood
 */
function squeezed(text) {
  const places = [];
  let rest = "";
  for (let at = 0; at < text.length; at += 1) {
    if (/\s/u.test(text[at])) continue;
    rest += text[at];
    places.push(at);
  }
  return { text: rest, places };
}

/**
 * @param {Passage} passage same letters as `title`
 * @param {string} title
 * @returns {Span[]} the passage's ranges, in the title
 */
function moved(passage, title) {
  const from = squeezed(passage.text).places, to = squeezed(title).places;
  /** @type {Span[]} */
  const spans = [];
  for (const [start, end] of passage.ranges) {
    const first = from.findIndex((place) => place >= start);
    const last = from.filter((place) => place < end).length - 1;
    if (first >= 0 && last >= first) spans.push([to[first], to[last] + 1]);
  }
  return spans;
}
