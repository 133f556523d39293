/* The two reports: which they are, and the field that finds one that is not chosen yet. */

import { element } from "../search-page/elements.js";
import { openSearch } from "../search-page/opening.js";
import { foundText, number, quoted, reportNotes, trouble } from "../search-page/wording.js";
import { pastedReport, reportHref, writeChoice } from "./address.js";

/** @typedef {import("./address.js").Choice} Choice */
/** @typedef {import("./wording.js").Report} Report */
/** @typedef {"a" | "b"} Slot */

const NAMES = { a: "第一份", b: "第二份" };
const SHOWN = 10;

/**
 * @param {Slot} slot
 * @param {Report} report
 * @param {Choice} choice
 * @param {string} siteUrl
 * @returns {HTMLElement} the row of a report that is chosen
 */
export function chosenRow(slot, report, choice, siteUrl) {
  const notes = notesOf(report).map((note) => element("span", { class: "gk-note" }, note));
  const other = element("a", { class: "gk-chooser-other", href: writeChoice({ ...choice, [slot]: "" }), "aria-label": `${NAMES[slot]}换成别的文件` }, "换一份");
  const value = element("dd", {}, element("a", { href: reportHref(report.report_id, siteUrl) }, report.title), ...notes, " ", other);
  return element("div", { class: "is-wide" }, element("dt", {}, NAMES[slot]), value);
}

/**
 * The field for a report that is not chosen yet.
 * @param {Slot} slot
 * @param {Choice} choice
 * @param {Report | null} beside the other report
 * @param {string} siteUrl
 * @param {(text: string) => void} say tells it to screen readers
 * @returns {HTMLElement}
 */
export function finder(slot, choice, beside, siteUrl, say) {
  const field = /** @type {HTMLInputElement} */ (
    element("input", { type: "search", id: "gk-find", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" })
  );
  const results = element("div", { class: "gk-chooser-found" });
  const form = element(
    "form", { role: "search" },
    element("label", { class: "gk-search-label", for: "gk-find" }, `查找${NAMES[slot]}：机关、文号，或者文中的一句话；也可以粘贴文件页面的网址`),
    element("div", { class: "gk-search-field" }, field, element("button", { type: "submit", class: "gk-button" }, "查找")),
  );
  let asked = 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    const pasted = pastedReport(text, siteUrl);
    if (pasted) {
      location.href = writeChoice({ ...choice, [slot]: pasted });
      return;
    }
    asked += 1;
    const turn = asked;
    const found = pasted === null ? await search(text, slot, choice, beside, siteUrl) : notice("这不是本站文件页面的网址", "请打开要对照的文件，复制浏览器地址栏中的网址。");
    if (turn !== asked) return;
    results.replaceChildren(found);
    say(found.querySelector(".gk-state-title")?.textContent ?? "");
  });
  return element("div", {}, form, results);
}

/**
 * @param {string} title
 * @param {string} advice
 * @returns {HTMLElement}
 */
export function notice(title, advice) {
  return element("div", { class: "gk-state" }, element("p", { class: "gk-state-title" }, title), element("p", {}, advice));
}

/**
 * @param {string} text
 * @param {Slot} slot
 * @param {Choice} choice
 * @param {Report | null} beside
 * @param {string} siteUrl
 * @returns {Promise<HTMLElement>}
 */
async function search(text, slot, choice, beside, siteUrl) {
  let answer;
  try {
    const index = await openSearch(siteUrl);
    answer = await index.search(text, { limit: SHOWN + 1, relax: true });
  } catch (error) {
    const { title, advice } = trouble(error instanceof Error && "code" in error ? String(error.code) : "");
    return notice(title, advice);
  }
  const groups = answer.groups.filter(({ report }) => report.id !== beside?.report_id).slice(0, SHOWN);
  if (!groups.length) return notice(`没有找到${quoted(text)}${beside ? "的其他文件" : ""}`, "请核对有没有错字，或者少输几个字。");
  const entries = groups.map(({ report }) => {
    const notes = reportNotes(report).map((note) => element("li", {}, note));
    return element(
      "li", {}, element("p", { class: "gk-hit-title" }, element("a", { href: linkTo(report, slot, choice, beside) }, report.title)),
      element("ul", { class: "gk-hit-notes" }, ...notes),
    );
  });
  const more = answer.reports > groups.length + (beside ? 1 : 0) ? `，列出前 ${number(groups.length)} 份；多输几个字可以缩小范围` : "";
  return element("div", {}, element("p", { class: "gk-state-title" }, `${foundText(answer)}${more}`), element("ul", { class: "gk-hits" }, ...entries));
}

/**
 * The address of both; the earlier year comes first, because that is what readers expect.
 * @param {{id: string, year?: number | string | null}} report
 * @param {Slot} slot
 * @param {Choice} choice
 * @param {Report | null} beside
 * @returns {string}
 */
function linkTo(report, slot, choice, beside) {
  const chosen = { ...choice, [slot]: report.id };
  const [a, b] = slot === "a" ? [report.year, beside?.year] : [beside?.year, report.year];
  return writeChoice(a && b && Number(b) < Number(a) ? { a: chosen.b, b: chosen.a } : chosen);
}

/**
 * @param {Report} report
 * @returns {string[]}
 */
function notesOf(report) {
  const date = report.publication_date ?? report.date_of_writing ?? "";
  return reportNotes({ agency: report.agency, year: report.year, type: report.document_type ?? "", date });
}
