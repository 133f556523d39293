/* Links to the pages of results: each has an address of its own. */

import { element } from "./elements.js";
import { number } from "./wording.js";

const GAP = 0;

/**
 * The page numbers to offer: first, last, and those around the present one.
 * @param {number} page 1-based
 * @param {number} last
 * @returns {number[]} 0 stands for a gap
 */
export function pagesOffered(page, last) {
  const wanted = new Set([1, last, page - 1, page, page + 1].filter((each) => each >= 1 && each <= last));
  const offered = [];
  let before = 0;
  for (const each of [...wanted].sort((one, other) => one - other)) {
    if (each === before + 2) offered.push(before + 1);
    else if (each > before + 1) offered.push(GAP);
    offered.push(each);
    before = each;
  }
  return offered;
}

/**
 * @param {number} page 1-based
 * @param {number} last
 * @param {(page: number) => string} href
 * @returns {HTMLElement | null} null where there is one page only
 */
export function pager(page, last, href) {
  if (last <= 1) return null;
  const link = (/** @type {number} */ to, /** @type {string} */ text, /** @type {Record<string, string>} */ more) =>
    element("a", { href: href(to), "data-page": to, ...more }, text);
  const items = pagesOffered(page, last).map((each) => {
    if (each === GAP) return element("li", { class: "gk-pages-gap", "aria-hidden": "true" }, "…");
    const here = each === page;
    return element("li", {}, link(each, number(each), { "aria-label": `第 ${each} 页`, ...(here ? { "aria-current": "page" } : {}) }));
  });
  return element(
    "nav",
    { class: "gk-pages", "aria-label": "分页" },
    page > 1 ? link(page - 1, "上一页", { rel: "prev" }) : null,
    element("ol", {}, ...items),
    page < last ? link(page + 1, "下一页", { rel: "next" }) : null,
  );
}
