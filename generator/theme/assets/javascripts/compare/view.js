/* A comparison as elements: what the site's own pages of neighbouring years show, for any two reports. */

import { element } from "../search-page/elements.js";
import { totals } from "./comparison.js";
import { percent, placeName, sectionLines, sectionName, shareRows } from "./lines.js";
import { MOST_SECTIONS, MOST_SENTENCES } from "./text.js";

/** @typedef {import("./comparison.js").Comparison} Comparison */
/** @typedef {import("./comparison.js").Extent} Extent */
/** @typedef {import("./comparison.js").SectionComparison} SectionComparison */
/** @typedef {import("./lines.js").Line} Line */
/** @typedef {import("./text.js").SectionText} SectionText */
/** @typedef {import("./wording.js").Words} Words */
/** @typedef {{name: string, section: SectionComparison, number: number}} Shown */

/**
 * @param {Comparison} comparison
 * @param {Words} words
 * @param {{old: string, new: string}} pages addresses of the reports' pages
 * @returns {Node[]}
 */
export function comparisonView(comparison, words, pages) {
  const shown = comparison.sections.map((section, place) => ({
    name: sectionName(section.new ?? section.old, place + 1), section, number: place + 1,
  }));
  if (!shown.length) return [element("p", {}, "两份文件都没有可以对照的正文。")];
  return [
    ...(comparison.isCut ? [cutNotice()] : []),
    element("h2", { id: "summary" }, "总的情况"),
    ...summary(comparison.extent, words),
    element("h2", { id: "sections" }, "各章节的情况"),
    sectionTable(shown, words),
    element("h2", { id: "sentences" }, "逐句对照"),
    element("div", { class: "gk-compare" }, ...shown.map((one) => sectionView(one, shown, words, pages))),
  ];
}

function cutNotice() {
  const text = `文件很长，只对照了开头部分（每份至多 ${MOST_SECTIONS} 个章节、${MOST_SENTENCES} 句），其余部分没有对照，也不计入下列份额。`;
  return element("div", { class: "gk-notice" }, element("p", {}, text));
}

/**
 * @param {Extent} extent
 * @param {Words} words
 * @returns {Node[]}
 */
function summary(extent, words) {
  const whole = totals(extent);
  const same = extent.same + extent.moved;
  const more = extent.numbersNew
    ? ["；连同仅年份、数字、序号不同的，占 ", element("strong", {}, percent(same + extent.numbersNew, whole.new))]
    : [];
  const told = element(
    "p", {}, `${words.new}的正文中，与${words.old}逐句相同的占 `, element("strong", {}, percent(same, whole.new)), ...more, "。",
  );
  const head = element(
    "tr", {}, element("td"), element("th", { scope: "col", colspan: 2 }, words.old), element("th", { scope: "col", colspan: 2 }, words.new),
  );
  const rows = shareRows(extent, words.old, words.new).map((row) =>
    element(
      "tr", {}, element("th", { scope: "row" }, words.row(row.name)),
      ...numbers(row.old ?? "—", row.oldShare, row.new ?? "—", row.newShare),
    ),
  );
  const foot = element("tr", {}, element("th", { scope: "row" }, "合计"), ...numbers(whole.old, "", whole.new, ""));
  const table = element(
    "table", { class: "gk-shares" }, element("caption", {}, "各类文字的字数和份额（含标点，不计空白）"),
    element("thead", {}, head), element("tbody", {}, ...rows), element("tfoot", {}, foot),
  );
  return [...(whole.old && whole.new ? [told] : []), region("各类文字的字数和份额", table)];
}

/** @param {...(number | string)} values */
function numbers(...values) {
  return values.map((value) => element("td", { class: "is-number" }, String(value)));
}

/**
 * @param {readonly Shown[]} shown
 * @param {Words} words
 * @returns {HTMLElement}
 */
function sectionTable(shown, words) {
  const column = (/** @type {string} */ name) => element("th", { scope: "col", class: "is-number" }, name);
  const head = element("tr", {}, element("th", { scope: "col" }, "章节"), column("逐句相同"), column("连同仅数字不同的"));
  const rows = shown.map(({ name, section, number }) => {
    const { extent } = section, whole = totals(extent).new, same = extent.same + extent.moved;
    const note = noteOf(section, number, words);
    return element(
      "tr", {},
      element("th", { scope: "row" }, element("a", { href: `#c-${number}` }, name), note ? element("span", { class: "gk-note" }, note) : null),
      ...numbers(percent(same, whole) || "—", percent(same + extent.numbersNew, whole) || "—"),
    );
  });
  const table = element("table", { class: "gk-shares gk-shares--sections" }, element("thead", {}, head), element("tbody", {}, ...rows));
  return region("各章节的情况", table);
}

/**
 * A table that may be wider than the window scrolls in a place of its own, which the keyboard reaches.
 * @param {string} name
 * @param {HTMLElement} table
 */
function region(name, table) {
  return element("div", { class: "gk-compare-table", role: "region", tabindex: 0, "aria-label": name }, table);
}

/**
 * @param {SectionComparison} section
 * @param {number} number
 * @param {Words} words
 * @returns {string}
 */
function noteOf(section, number, words) {
  if (!section.new) return `${words.new}没有对应的章节`;
  if (!section.old) return `${words.old}没有对应的章节`;
  return section.old.label === section.new.label ? "" : `对应${words.old} ${placeName(section.old, section.new, number)}`;
}

/**
 * @param {Shown} one
 * @param {readonly Shown[]} all
 * @param {Words} words
 * @param {{old: string, new: string}} pages
 * @returns {HTMLElement}
 */
function sectionView({ name, section, number }, all, words, pages) {
  const { extent } = section;
  const share = percent(extent.same + extent.moved, totals(extent).new);
  const places = element(
    "p", { class: "gk-compare-places" }, placeLink(section.old, section.new, number, words.old, pages.old),
    element("span", { class: "gk-compare-arrow", "aria-hidden": "true" }, "→"),
    placeLink(section.new, section.old, number, words.new, pages.new),
    share && section.old ? element("span", { class: "gk-note" }, `逐句相同 ${share}`) : null,
  );
  const lines = sectionLines(section).map((line) => lineView(line, all, words));
  return element("section", { id: `c-${number}` }, element("h3", {}, name), places, element("ul", { class: "gk-compare-lines" }, ...lines));
}

/**
 * @param {SectionText | null} section
 * @param {SectionText | null} other
 * @param {number} number
 * @param {string} name
 * @param {string} page
 * @returns {Node | string}
 */
function placeLink(section, other, number, name, page) {
  if (!section) return `${name}没有对应的章节`;
  return element("a", { href: `${page}#${encodeURIComponent(section.anchor)}` }, `${name} ${placeName(section, other, number)}`);
}

/**
 * @param {Line} line
 * @param {readonly Shown[]} all
 * @param {Words} words
 * @returns {HTMLElement}
 */
function lineView(line, all, words) {
  const kind = element(
    "span", { class: "gk-compare-kind" }, element("span", { "aria-hidden": "true" }, line.sign), ` ${words.kinds[line.change] ?? line.word}`,
  );
  return element("li", { class: `is-${line.change}` }, kind, contentOf(line, all, words));
}

/**
 * @param {Line} line
 * @param {readonly Shown[]} all
 * @param {Words} words
 * @returns {HTMLElement}
 */
function contentOf(line, all, words) {
  const there = line.elsewhere ? all[line.elsewhere - 1] : null;
  const section = line.change === "left" ? there?.section.new : there?.section.old;
  const place = there ? section?.label || there.name : "";
  const said = line.change === "left" ? words.to(place) : words.from(place);
  const link = there ? [" ", element("a", { class: "gk-compare-there", href: `#c-${line.elsewhere}` }, said)] : [];
  const texts = textsOf(line);
  if (line.isFolded) {
    const opening = element("summary", {}, `${line.sentences.length} 句，${line.characters} 字：${line.opening}`);
    return element("details", {}, opening, element("p", {}, ...texts));
  }
  switch (line.change) {
    case "left":
      return element("p", {}, line.opening, line.sentences.length > 1 ? `（共 ${line.sentences.length} 句）` : null, ...link);
    case "numbers":
    case "changed":
      return element("p", {}, ...line.sentences[0].pieces.map(pieceView), ...link);
    case "new":
      return element("p", {}, ...(words.isSeries ? [element("ins", {}, ...texts)] : texts));
    case "dropped":
      return element("p", {}, ...(words.isSeries ? [element("del", {}, ...texts)] : texts));
    default:
      return element("p", {}, ...texts, ...link);
  }
}

/**
 * @param {import("./word-marks.js").Piece} piece
 * @returns {Node | string}
 */
function pieceView({ kind, text }) {
  return kind === "both" ? text : element(kind === "old" ? "del" : "ins", {}, text);
}

/**
 * The sentences of a line; those of another passage begin a new row.
 * @param {Line} line
 * @returns {(Node | string)[]}
 */
function textsOf({ sentences }) {
  /** @type {(Node | string)[]} */
  const texts = [];
  let anchor = "";
  for (const { new: later, old } of sentences) {
    const sentence = later ?? old;
    if (!sentence) continue;
    if (texts.length && sentence.anchor !== anchor) texts.push(element("br"));
    texts.push(sentence.text);
    anchor = sentence.anchor;
  }
  return texts;
}
