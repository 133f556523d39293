/* What stands in the place of results: nothing found, or something in the way. */

import { countChosen } from "./address.js";
import { element } from "./elements.js";
import { quoted, trouble } from "./wording.js";

/** @typedef {import("./address.js").SearchState} SearchState */

/**
 * Nothing was found: what to try.
 * @param {SearchState} state
 * @param {string} withoutFilters address of the same search without filters
 * @returns {HTMLElement}
 */
export function nothingFound(state, withoutFilters) {
  const chosen = countChosen(state.filters);
  const advice = [
    chosen ? element("li", {}, element("a", { href: withoutFilters, "data-state": true }, "去掉全部筛选条件，再找一次")) : null,
    element("li", {}, "核对有没有错字；数字、书名号等照原文输入"),
    element("li", {}, "少输几个字，或者把一句话分成几个词，用空格隔开"),
    element("li", {}, "机关可以输入全称，也可以输入简称"),
  ];
  return element(
    "div",
    { class: "gk-state" },
    element("p", { class: "gk-state-title" }, chosen ? `按现有筛选条件没有找到${quoted(state.query)}` : `没有找到${quoted(state.query)}`),
    element("ul", {}, ...advice),
  );
}

/**
 * The phrase as written was not found; its words were.
 * @param {string} query
 * @param {readonly string[]} words
 * @returns {HTMLElement}
 */
export function relaxedNotice(query, words) {
  const named = words.map((word) => `“${word}”`).join("");
  return element(
    "div",
    { class: "gk-relaxed" },
    element("p", {}, element("strong", {}, `没有找到连写的${quoted(query)}。`), ` 下列文件含有拆开后的${named ? `词：${named}。` : "各个词。"}`),
  );
}

/**
 * Something is in the way.
 * @param {string} code
 * @param {() => void} again
 * @returns {HTMLElement}
 */
export function troubleNotice(code, again) {
  const { title, advice, action } = trouble(code);
  const button = element("button", { type: "button", class: "gk-button" }, action === "reload" ? "刷新本页" : "重试");
  button.addEventListener("click", () => (action === "reload" ? location.reload() : again()));
  return element("div", { class: "gk-state" }, element("p", { class: "gk-state-title" }, title), element("p", {}, advice), button);
}
