/* Where a passage stands, as the line above its excerpt says it. */

import { FIELD_NAMES } from "./wording.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./opening.js").Passage} Passage */

const MARKER_MOST = 8; // characters of a heading's marker
const BRACKETED = /^（[^）]{1,4}）/u; // a marker that the label and the text write alike

/**
 * @param {Passage} passage
 * @returns {string} the section with its heading, or what the field is called; empty where neither is known
 */
export function placeOf(passage) {
  return passage.field ? FIELD_NAMES[passage.field] : passage.heading;
}

/**
 * The same, less what the excerpt below says too: a passage that opens with its section's heading.
 * @param {Passage} passage
 * @param {readonly Piece[]} shown its excerpt
 * @returns {string}
 */
export function placeAbove(passage, shown) {
  const place = placeOf(passage);
  const text = squeezed(passage.text);
  const opening = squeezed(shown.map((piece) => piece.text).join("")).replace(/…$/u, "");
  if (!place || !text.startsWith(opening)) return place;
  const label = squeezed(place);
  for (let at = 0; at + 2 <= label.length; at += 1) {
    const heading = label.slice(at), found = opening.indexOf(heading);
    if (found < 0 || found > MARKER_MOST) continue;
    const numbers = label.slice(0, at) + (BRACKETED.exec(heading)?.[0] ?? "");
    return text.startsWith(numbers) ? "" : numbers;
  }
  return place;
}

/** @param {string} text */
function squeezed(text) {
  return text.replace(/\s+/gu, "");
}
