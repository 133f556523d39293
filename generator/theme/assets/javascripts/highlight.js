/*
 * Arriving from a search: the words that the address names (`?h=…`) are marked on the report's page, and the first one of
 * the passage that the address leads to is brought into view. The marks are painted (CSS Custom Highlight API), so that the
 * official text stays as it is; older browsers get `<mark>` elements.
 */

const MOST_WORDS = 10;
const MOST_LENGTH = 100; // characters of one word
const MOST_MARKS = 2000;
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;
const NAME = "gk-found", NAME_HERE = "gk-found-here";

/** @typedef {{node: Text, offset: number}} Place */
/** @typedef {{first: Place, last: Place}} Hit both on characters, not behind them */

/**
 * One passage's letters as they are compared, and where each stands.
 * @param {Element} passage
 * @returns {{letters: string, places: Place[]}} a place for each UTF-16 unit of `letters`
 */
function lettersOf(passage) {
  /** @type {Place[]} */
  const places = [];
  let letters = "";
  const nodes = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const text = /** @type {Text} */ (node).data;
    for (let offset = 0; offset < text.length; offset += 1) {
      if (INVISIBLE.test(text[offset])) continue;
      // Lower case of one unit may be two; the words come from this very text, so that no more folding is needed.
      const letter = text[offset].toLowerCase();
      letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push({ node: /** @type {Text} */ (node), offset });
    }
  }
  return { letters, places };
}

/**
 * @param {Element} passage
 * @param {readonly string[]} words folded like the letters
 * @returns {Hit[]} in reading order, not overlapping
 */
function hitsIn(passage, words) {
  const { letters, places } = lettersOf(passage);
  /** @type {Hit[]} */
  const hits = [];
  let at = 0;
  while (at < letters.length && hits.length < MOST_MARKS) {
    const from = at;
    const next = words
      .map((word) => ({ word, start: letters.indexOf(word, from) }))
      .filter(({ start }) => start >= 0)
      .sort((one, other) => one.start - other.start || other.word.length - one.word.length)[0];
    if (!next) break;
    at = next.start + next.word.length;
    hits.push({ first: places[next.start], last: places[at - 1] });
  }
  return hits;
}

/** @param {Hit} hit */
function rangeOf(hit) {
  const range = document.createRange();
  range.setStart(hit.first.node, hit.first.offset);
  range.setEnd(hit.last.node, hit.last.offset + 1);
  return range;
}

/**
 * For browsers without painted highlights: each piece of text that a range covers goes into a `<mark>`.
 * @param {Range} range
 */
function wrap(range) {
  const nodes = [];
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
    if (node instanceof Text && range.intersectsNode(node)) nodes.push(node);
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  for (const node of nodes) {
    const piece = document.createRange();
    piece.setStart(node, node === startContainer ? startOffset : 0);
    piece.setEnd(node, node === endContainer ? endOffset : node.length);
    if (piece.toString()) piece.surroundContents(Object.assign(document.createElement("mark"), { className: "gk-mark" }));
  }
}

/**
 * @param {readonly Range[]} ranges
 * @returns {{here: (range: Range) => void, clear: () => void}} marks one as the present one; takes all marks away
 */
function paint(ranges) {
  if (!("highlights" in CSS) || typeof Highlight === "undefined") {
    // Wrapping moves what later ranges hold on to: from the last to the first.
    [...ranges].reverse().forEach(wrap);
    return {
      here: () => undefined,
      clear: () => document.querySelectorAll("mark.gk-mark").forEach((mark) => mark.replaceWith(...mark.childNodes)),
    };
  }
  CSS.highlights.set(NAME, new Highlight(...ranges));
  return {
    here(range) {
      const only = new Highlight(range);
      only.priority = 1;
      CSS.highlights.set(NAME_HERE, only);
    },
    clear() {
      CSS.highlights.delete(NAME);
      CSS.highlights.delete(NAME_HERE);
    },
  };
}

/** @returns {string[]} the words of the address, folded; none where it names none */
function wordsOfAddress() {
  const given = new URLSearchParams(location.search).getAll("h").slice(0, MOST_WORDS);
  const folded = given.map((word) => [...word].filter((each) => !INVISIBLE.test(each)).join("").toLowerCase().slice(0, MOST_LENGTH));
  return [...new Set(folded.filter(Boolean))];
}

/**
 * @param {Element} text the official text
 * @returns {Element[]} its passages: the outermost elements that have an id
 */
function passagesOf(text) {
  return [...text.querySelectorAll("[id]")].filter((each) => each.parentElement?.closest(".official-text [id]") === null);
}

/** @param {string} text */
function shortened(text) {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}

/**
 * The bar below: how many there are, and the way from one to the next.
 * @param {string} words
 * @param {readonly Range[]} ranges
 * @param {number} start index of the one in view
 * @param {{here: (range: Range) => void, clear: () => void}} painted
 */
function showBar(words, ranges, start, painted) {
  let at = start;
  const text = document.querySelector(".official-text");
  const bar = document.createElement("div");
  bar.className = "gk-found-bar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "本文件中找到的文字");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  /** @param {string} label @param {string} sign @param {() => void} act */
  const button = (label, sign, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: sign, title: label });
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  };
  const go = (/** @type {number} */ to) => {
    at = (to + ranges.length) % ranges.length;
    tell();
    bringIntoView(ranges[at], true);
  };
  const tell = () => {
    painted.here(ranges[at]);
    told.textContent = `${words} 第 ${at + 1} 处，共 ${ranges.length} 处`;
  };
  const close = () => {
    painted.clear();
    bar.remove();
    text?.classList.remove("has-found");
    const address = new URL(location.href);
    address.searchParams.delete("h");
    history.replaceState(history.state, "", address);
  };
  bar.append(told, button("上一处", "↑", () => go(at - 1)), button("下一处", "↓", () => go(at + 1)), button("不再标出", "×", close));
  document.querySelector(".md-content__inner")?.prepend(bar);
  text?.classList.add("has-found");
  tell();
}

/**
 * @param {Range} range
 * @param {boolean} always also where it is in view already
 */
function bringIntoView(range, always) {
  const box = range.getBoundingClientRect();
  if (!always && box.top >= 0 && box.bottom <= innerHeight * 0.85) return;
  scrollTo({ top: scrollY + box.top - innerHeight * 0.3 });
}

function start() {
  const text = document.querySelector(".official-text");
  const words = wordsOfAddress();
  if (!text || !words.length) return;
  const ranges = passagesOf(text).flatMap((passage) => hitsIn(passage, words)).slice(0, MOST_MARKS).map(rangeOf);
  if (!ranges.length) return;
  const target = document.getElementById(location.hash.slice(1)); // our anchors are ASCII; `:target` is not set yet
  const wanted = target ? ranges.findIndex((range) => target.contains(range.startContainer)) : -1;
  const painted = paint(ranges);
  const given = new URLSearchParams(location.search).getAll("h")[0].trim();
  showBar(`“${shortened(given)}”${words.length > 1 ? "等" : ""}`, ranges, Math.max(0, wanted), painted);
  if (wanted < 0) return;
  // The browser goes to the passage by itself; a long one may have its word further down.
  const settle = () => requestAnimationFrame(() => bringIntoView(ranges[wanted], false));
  if (document.readyState === "complete") settle();
  else addEventListener("load", settle, { once: true });
}

start();
