/* Results: a report, and below it the passages that were found in it. */

import { resultHref } from "./address.js";
import { element, marked } from "./elements.js";
import { excerpt, wordsFound } from "./excerpt.js";
import { placeAbove } from "./place.js";
import { splitTitle } from "./title.js";
import { number, reportNotes } from "./wording.js";

/** @typedef {import("./excerpt.js").Piece} Piece */
/** @typedef {import("./opening.js").Group} Group */
/** @typedef {import("./opening.js").Passage} Passage */

const SHOWN = 3; // passages of a report; the others unfold

/**
 * @param {readonly Group[]} groups
 * @param {string} siteUrl absolute, ending in `/`
 * @param {number} first the number of the first one, 1-based
 * @returns {HTMLElement} an ordered list that counts on from page to page
 */
export function resultList(groups, siteUrl, first) {
  const items = groups.map((group) => element("li", {}, ...report(group, siteUrl)));
  return element("ol", { class: "gk-hits", start: first }, ...items);
}

/**
 * @param {Group} group
 * @param {string} siteUrl
 * @returns {Node[]}
 */
function report(group, siteUrl) {
  const words = wordsFound(group.passages);
  const { title, passages } = splitTitle(group);
  const shown = passages.slice(0, SHOWN), folded = passages.slice(SHOWN);
  const link = (/** @type {Passage} */ passage) => hit(passage, resultHref(siteUrl, group.uri, passage.anchor, words));
  const notes = reportNotes(group.report).map((note) => element("li", {}, note));
  return [
    element("h3", { class: "gk-hit-title" }, element("a", { href: resultHref(siteUrl, group.uri, "", words) }, ...marked(title))),
    element("ul", { class: "gk-hit-notes" }, ...notes, element("li", { class: "gk-hit-count" }, `${number(group.count)} 段`)),
    ...(shown.length ? [element("ul", { class: "gk-hit-passages" }, ...shown.map(link))] : []),
    ...(folded.length ? [more(folded, link)] : []),
  ];
}

/**
 * @param {readonly Passage[]} folded
 * @param {(passage: Passage) => Node} link
 * @returns {HTMLElement}
 */
function more(folded, link) {
  const summary = element("summary", {}, `另外 ${number(folded.length)} 段`);
  return element("details", { class: "gk-hit-more" }, summary, element("ul", { class: "gk-hit-passages" }, ...folded.map(link)));
}

/**
 * @param {Passage} passage
 * @param {string} href
 * @returns {HTMLElement}
 */
function hit(passage, href) {
  const shown = excerpt(passage.text, passage.ranges);
  const name = placeAbove(passage, shown);
  const place = name ? element("span", { class: "gk-hit-place" }, name) : null;
  const text = element("span", { class: "gk-hit-text" }, ...marked(shown));
  return element("li", {}, element("a", { href }, place, text));
}
