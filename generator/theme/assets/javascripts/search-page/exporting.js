/* The export button: all results, fetched page by page, as one table. */

import { resultHref } from "./address.js";
import { openSearch } from "./opening.js";
import { placeOf } from "./place.js";
import { csvTable, fileName } from "./table.js";
import { number } from "./wording.js";

/** @typedef {import("./address.js").SearchState} SearchState */
/** @typedef {import("./opening.js").Group} Group */
/** @typedef {import("./table.js").Row} Row */

const BATCH = 50; // reports at a time
const MOST = 1000; // reports in one table: more would fetch much of the collection
const LABEL = "导出表格";

/**
 * @param {HTMLButtonElement} button
 * @param {string} siteUrl
 * @param {(text: string) => void} say tells screen readers
 * @returns {{offer: (state: SearchState | null) => void, stop: () => void}}
 */
export function exporter(button, siteUrl, say) {
  /** @type {SearchState | null} */
  let offered = null;
  /** @type {AbortController | null} */
  let running = null;

  function stop() {
    running?.abort();
    running = null;
    button.textContent = LABEL;
  }

  async function run(/** @type {SearchState} */ state) {
    running = new AbortController();
    const { signal } = running;
    try {
      const { groups, reports } = await collect(state, siteUrl, signal, (done, all) => {
        button.textContent = `正在导出 ${Math.round((100 * done) / all)}%，点此停止`;
      });
      const notes = reports > groups.length ? [`共 ${reports} 份文件，表中为前 ${groups.length} 份。`] : [];
      save(csvTable(groups.flatMap((group) => rows(group, siteUrl)), notes), fileName(state.query));
      stop();
      say(`已导出 ${number(groups.length)} 份文件`);
    } catch (error) {
      if (signal.aborted) return;
      stop();
      button.textContent = "导出没有完成，点此重试";
      say("导出没有完成，请重试");
    }
  }

  button.addEventListener("click", () => {
    if (running) stop();
    else if (offered) void run(offered);
  });
  return {
    stop,
    offer(state) {
      offered = state;
      button.hidden = state === null;
      button.textContent = LABEL;
    },
  };
}

/**
 * @param {SearchState} state
 * @param {string} siteUrl
 * @param {AbortSignal} signal
 * @param {(done: number, all: number) => void} onProgress
 * @returns {Promise<{groups: Group[], reports: number}>}
 */
async function collect(state, siteUrl, signal, onProgress) {
  const index = await openSearch(siteUrl);
  /** @type {Group[]} */
  const groups = [];
  for (;;) {
    const wanted = { filters: state.filters, sort: state.sort, limit: BATCH, offset: groups.length, relax: true, signal };
    const answer = await index.search(state.query, wanted);
    signal.throwIfAborted();
    groups.push(...answer.groups);
    onProgress(groups.length, Math.min(MOST, Math.max(answer.reports, groups.length)));
    if (!answer.groups.length || groups.length >= Math.min(MOST, answer.reports)) return { groups, reports: answer.reports };
  }
}

/**
 * @param {Group} group
 * @param {string} siteUrl
 * @returns {Row[]}
 */
function rows({ report, uri, passages }, siteUrl) {
  return passages.map((passage) => ({
    title: report.title,
    agency: report.agency ?? "",
    year: report.year ? String(report.year) : "",
    type: report.type ?? "",
    date: report.date ?? "",
    place: placeOf(passage),
    text: passage.text,
    url: resultHref(siteUrl, uri, passage.anchor, []),
  }));
}

/**
 * @param {string} content
 * @param {string} name
 */
function save(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  // The browser reads it after this call.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
