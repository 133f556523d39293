/*
 * A report as it is compared: its lowest sections with their sentences. The same as generator/taxonomy/comparison_text.py,
 * sign by sign; a test compares both.
 */

export const MOST_SECTIONS = 100;
export const MOST_SENTENCES = 800;
const MOST_CHARACTERS = 400;
const COMPARED_KINDS = new Set(["heading", "table", "paragraph", "attachment"]);

const BLANKS = "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const DIGITS = "0-9０-９";
const ORDINALS = "一二三四五六七八九十百";
const BLANK = new RegExp(`[${BLANKS}]+`, "gu");
const SENTENCE = /[^。！？；!?;\n]*[。！？；!?;\n]+[”’」』）)】》]*|[^。！？；!?;\n]+/gu;
const ORDINAL = new RegExp(
  `^(?:第[${ORDINALS}]+(?:[，、,章节条]|部分)|[${ORDINALS}]+(?:是|要|[、，．.])` +
    `|[（(][${ORDINALS}${DIGITS}]+[）)]|[${DIGITS}]+[、．.])`,
  "u",
);
const CHINESE_YEAR = /[〇○零一二三四五六七八九]{4}(?=年)/gu;
const NUMBER = new RegExp(`[${DIGITS}]+(?:[.．,][${DIGITS}]+)*`, "gu");

/** @typedef {{anchor: string, section: string | null, label: string | null, kind: string, text: string, themes: string[]}} Passage */
/** @typedef {{text: string, anchor: string, key: string, mask: string, length: number}} Sentence `length`: characters of the key */
/** @typedef {{anchor: string, label: string, title: string, themes: Set<string>, sentences: Sentence[]}} SectionText */

/**
 * @param {readonly Passage[]} passages of one report, in text order
 * @returns {{sections: SectionText[], isCut: boolean}}
 */
export function comparedText(passages) {
  /** @type {SectionText[]} */
  const sections = [];
  let left = MOST_SENTENCES;
  for (const group of groups(passages.filter((passage) => COMPARED_KINDS.has(passage.kind)))) {
    const section = sectionOf(group);
    if (!section) continue;
    if (sections.length === MOST_SECTIONS || !left) return { sections, isCut: true };
    if (section.sentences.length > left) {
      sections.push({ ...section, sentences: section.sentences.slice(0, left) });
      return { sections, isCut: true };
    }
    left -= section.sentences.length;
    sections.push(section);
  }
  return { sections, isCut: false };
}

/**
 * @param {string} text
 * @param {string} anchor
 * @returns {Sentence[]}
 */
export function sentencesOf(text, anchor = "") {
  const found = [];
  for (const [whole] of text.matchAll(SENTENCE)) {
    const characters = Array.from(whole);
    for (let start = 0; start < characters.length; start += MOST_CHARACTERS) {
      const piece = characters.slice(start, start + MOST_CHARACTERS).join("");
      const key = piece.replace(BLANK, "");
      if (!key) continue;
      found.push({ text: trimmed(piece.replace(BLANK, " ")), anchor, key, mask: masked(key), length: Array.from(key).length });
    }
  }
  return found;
}

/**
 * A text without blanks, with ordinal, years and numbers blotted out.
 * @param {string} key
 * @returns {string}
 */
export function masked(key) {
  return key.replace(ORDINAL, "#").replace(CHINESE_YEAR, "0").replace(NUMBER, "0");
}

/** @param {string} text */
function trimmed(text) {
  return text.replace(/^ +| +$/gu, "");
}

/**
 * @param {readonly Passage[]} passages
 * @returns {Passage[][]}
 */
function groups(passages) {
  /** @type {Passage[][]} */
  const found = [];
  for (const passage of passages) {
    const last = found.at(-1);
    const isSame = last && (last[last.length - 1].section ?? "") === (passage.section ?? "");
    if (last && (isSame || (passage.section && last.every((one) => one.kind === "heading")))) last.push(passage);
    else found.push([passage]);
  }
  return found;
}

/**
 * @param {readonly Passage[]} group
 * @returns {SectionText | null}
 */
function sectionOf(group) {
  const sentences = group.flatMap((passage) => sentencesOf(passage.text, passage.anchor));
  if (!sentences.length) return null;
  const own = group[group.length - 1];
  const first = group.find((passage) => (passage.section ?? "") === (own.section ?? "")) ?? own;
  const opening = own.label ? (sentencesOf(first.text)[0]?.text ?? "") : "";
  return {
    anchor: own.section || first.anchor,
    label: own.label ?? "",
    title: trimmed(opening.replace(ORDINAL, "")),
    themes: new Set(group.flatMap((passage) => passage.themes)),
    sentences,
  };
}
