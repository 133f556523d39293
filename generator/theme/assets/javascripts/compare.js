/*
 * 两份文件对照: the page's address names two reports, or one, or none; what is missing is asked for. Every choice is a link
 * to another address, so that going back works without anything of ours.
 */

import { readChoice, reportHref, writeChoice } from "./compare/address.js";
import { chosenRow, finder, notice } from "./compare/chooser.js";
import { compareReports } from "./compare/comparison.js";
import { comparisonView } from "./compare/view.js";
import { wordsFor } from "./compare/wording.js";
import { element } from "./search-page/elements.js";

/** @typedef {import("./compare/wording.js").Report} Report */

const SITE = new URL("../../", import.meta.url).href;
const root = /** @type {HTMLElement} */ (document.querySelector(".gk-chooser"));
const status = element("p", { class: "gk-unseen", role: "status" });
const choice = readChoice(location.search);

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

/**
 * @param {string} id
 * @returns {Promise<Report | null>} null where there is no such report
 * @throws {Error} where the network fails
 */
async function load(id) {
  if (!id) return null;
  const answer = await fetch(reportHref(id, SITE, "report.json"));
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/**
 * @param {Report | null} one
 * @param {Report | null} other
 */
function show(one, other) {
  const lost = (choice.a && !one ? "a" : "") || (choice.b && !other ? "b" : "");
  const known = { a: one ? choice.a : "", b: other ? choice.b : "" };
  const rows = [
    ...(one ? [chosenRow("a", one, known, SITE)] : []),
    ...(other ? [chosenRow("b", other, known, SITE)] : []),
  ];
  /** @type {(Node | string)[]} */
  const shown = rows.length ? [element("dl", { class: "gk-facts" }, ...rows)] : [];
  if (lost) shown.push(notice(`没有找到${lost === "a" ? "第一份" : "第二份"}文件`, "网址可能写错了，或者文件已经撤下。请另选一份。"));
  if (one && other && one.report_id === other.report_id) {
    shown.push(notice("两份是同一份文件", "请把其中一份换成别的文件。"));
  } else if (one && other) {
    const swap = element("a", { href: writeChoice({ a: choice.b, b: choice.a }) }, "前后对调");
    const comparison = compareReports(one.passages, other.passages);
    const pages = { old: reportHref(one.report_id, SITE), new: reportHref(other.report_id, SITE) };
    shown.push(element("p", { class: "gk-compare-links" }, swap), ...comparisonView(comparison, wordsFor(one, other), pages));
    document.title = `${one.title}与${other.title}对照`;
  } else {
    shown.push(finder(one ? "b" : "a", known, one ?? other, SITE, say));
  }
  root.replaceChildren(status, ...shown);
  // The place that the address names is there only now.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

root.hidden = false;
root.replaceChildren(status);
say(choice.a || choice.b ? "正在读取文件……" : "");
try {
  show(...await Promise.all([load(choice.a), load(choice.b)]));
  say(choice.a && choice.b ? "对照完成" : "");
} catch {
  root.replaceChildren(status, notice("文件没有取到", "请检查网络连接，然后刷新本页。"));
  say("文件没有取到");
}
