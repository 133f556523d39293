/* The lines of a comparison as a page shows them. The same as generator/pages/compare_lines.py and its share_rows. */

import { totals } from "./comparison.js";

/** @typedef {import("./comparison.js").Change} Change */
/** @typedef {import("./comparison.js").Extent} Extent */
/** @typedef {import("./comparison.js").SectionComparison} SectionComparison */
/** @typedef {import("./comparison.js").SentenceChange} SentenceChange */
/** @typedef {import("./text.js").SectionText} SectionText */
/** @typedef {{change: Change, sign: string, word: string, sentences: SentenceChange[], isFolded: boolean, characters: number, opening: string, elsewhere: number}} Line */
/** @typedef {{name: string, old: number | null, oldShare: string, new: number | null, newShare: string}} ShareRow */

/** @type {Record<Change, [string, string]>} */
const SIGNS = {
  same: ["＝", "相同"],
  moved: ["↓", "移入"],
  left: ["↑", "移出"],
  numbers: ["≈", "数字不同"],
  changed: ["±", "改动"],
  new: ["＋", "新增"],
  dropped: ["－", "删去"],
};
const MOST_OPEN = 120;
const OPENING = 24;

/**
 * @param {SectionComparison} section
 * @returns {Line[]} sentences of one kind that follow each other in one line, changed ones each for itself
 */
export function sectionLines({ changes }) {
  /** @type {SentenceChange[][]} */
  const runs = [];
  for (const one of changes) {
    const run = runs.at(-1);
    const isAlone = one.change === "numbers" || one.change === "changed";
    if (run && !isAlone && run[0].change === one.change && run[0].elsewhere === one.elsewhere) run.push(one);
    else runs.push([one]);
  }
  return runs.map((sentences) => {
    const { change, elsewhere } = sentences[0];
    const [sign, word] = SIGNS[change];
    const shown = sentences.map((one) => one.new ?? one.old);
    const characters = shown.reduce((sum, sentence) => sum + (sentence?.length ?? 0), 0);
    const opening = openingOf(shown.map((sentence) => sentence?.text ?? "").join(""));
    return { change, sign, word, sentences, isFolded: change === "same" && characters > MOST_OPEN, characters, opening, elsewhere };
  });
}

/**
 * @param {string} text
 * @returns {string} its first characters, with …… where there are more
 */
export function openingOf(text) {
  const characters = Array.from(text);
  return characters.length <= OPENING ? text : `${characters.slice(0, OPENING).join("").replace(/ +$/u, "")}……`;
}

/**
 * @param {SectionText | null} section
 * @param {number} number
 * @returns {string}
 */
export function sectionName(section, number) {
  if (section?.label) return `${section.label}${section.label.endsWith("）") ? "" : " "}${section.title}`.replace(/[。：:；; ]+$/u, "");
  return number === 1 ? "开头" : "未编号部分";
}

/**
 * How a section is called beside its counterpart: by its label alone unless the two have different headings.
 * @param {SectionText | null} section
 * @param {SectionText | null} other
 * @param {number} number
 * @returns {string}
 */
export function placeName(section, other, number) {
  if (!section) return "";
  return section.label && (!other || section.title === other.title) ? section.label : sectionName(section, number);
}

/**
 * @param {number} part
 * @param {number} whole
 * @returns {string} `40.3%`, or empty where there is nothing to take a share of
 */
export function percent(part, whole) {
  if (!whole) return "";
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/**
 * @param {Extent} extent
 * @param {string} earlier how the one report is called
 * @param {string} later how the other is
 * @returns {ShareRow[]} kinds that do not occur are left out
 */
export function shareRows(extent, earlier, later) {
  const whole = totals(extent);
  /** @type {[string, number | null, number | null][]} */
  const rows = [
    ["逐句相同", extent.same + extent.left, extent.same + extent.moved],
    ["仅年份、数字、序号不同", extent.numbersOld, extent.numbersNew],
    ["有改动", extent.changedOld, extent.changedNew],
    [`删去（${later}没有）`, extent.dropped, null],
    [`新增（${earlier}没有）`, null, extent.new],
  ];
  return rows
    .filter(([, old, after]) => old || after)
    .map(([name, old, after]) => ({
      name, old, oldShare: old === null ? "" : percent(old, whole.old), new: after, newShare: after === null ? "" : percent(after, whole.new),
    }));
}
