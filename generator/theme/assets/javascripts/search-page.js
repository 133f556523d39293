/*
 * The search page: its address says what is searched for, the results follow. The index is not asked for before there
 * is a query or the reader comes to the field; the module that reads it is the one that is offered to everyone as `search/gongkai-search.js`.
 */

import { PAGE_SIZE, countChosen, noFilters, readAddress, writeAddress } from "./search-page/address.js";
import { chosenChips } from "./search-page/chips.js";
import { changed } from "./search-page/choices.js";
import { element } from "./search-page/elements.js";
import { exporter } from "./search-page/exporting.js";
import { FilterPanel } from "./search-page/filters.js";
import { openSearch } from "./search-page/opening.js";
import { pager } from "./search-page/pager.js";
import { resultList } from "./search-page/results.js";
import { nothingFound, relaxedNotice, troubleNotice } from "./search-page/states.js";
import { foundText, quoted } from "./search-page/wording.js";

/** @typedef {import("./search-page/address.js").SearchState} SearchState */
/** @typedef {import("./search-page/opening.js").Answer} Answer */

const SITE = new URL("../../", import.meta.url).href;
const WAIT_SHOWN_AFTER = 250; // milliseconds
const SITE_TITLE = document.title;

const root = /** @type {HTMLElement} */ (document.querySelector(".gk-search"));
const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
const form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const order = /** @type {HTMLSelectElement} */ (part("sort"));
const results = part("results");
const status = part("status");
const heading = part("heading");
const filterButton = part("filter-button");
const filterBox = part("filters");

let state = readAddress(location.search);
let running = new AbortController();
const panel = new FilterPanel(part("facets"), (name, value, chosen) => {
  go({ ...state, filters: changed(state.filters, name, value, chosen), page: 1 });
});
const exporting = exporter(/** @type {HTMLButtonElement} */ (part("export")), SITE, say);

// Who comes to the field is going to ask.
field.addEventListener("focus", () => void openSearch(SITE).catch(() => undefined), { once: true });
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard of a phone covers the results
  go({ ...state, query: field.value.trim(), page: 1 });
});
order.addEventListener("change", () => go({ ...state, sort: order.value === "date" ? "date" : "relevance", page: 1 }));
filterButton.addEventListener("click", () => openFilters(filterButton.getAttribute("aria-expanded") !== "true"));
// Links to other states of this page do not load it anew.
root.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-page], a[data-state]") : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  const next = readAddress(new URL(link.href).search);
  go(next, next.page !== state.page);
});
// Results come after the page: the browser by itself would restore a place that is not there yet.
history.scrollRestoration = "manual";
window.addEventListener("popstate", (event) => show(readAddress(location.search), false, keptPlace(event.state)));
window.addEventListener("pagehide", keepPlace);
document.addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches("input, select, textarea");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/**
 * Go to a state: a new entry in the history, unless it is the one shown.
 * @param {SearchState} next
 * @param {boolean} [turned] the reader has turned a page, and wants its beginning
 */
function go(next, turned = false) {
  const address = `${location.pathname}${writeAddress(next)}`;
  if (writeAddress(next) !== location.search) {
    keepPlace();
    history.pushState(null, "", address);
  }
  void show(next, turned);
}

function keepPlace() {
  history.replaceState({ top: scrollY }, "");
}

/**
 * @param {unknown} kept a state of the history, ours or none
 * @returns {number | null}
 */
function keptPlace(kept) {
  return kept && typeof kept === "object" && "top" in kept && typeof kept.top === "number" ? kept.top : null;
}

/**
 * @param {SearchState} next
 * @param {boolean} turned the reader has turned a page
 * @param {number | null} [top] where the reader was when leaving this state
 */
async function show(next, turned, top = null) {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  state = next;
  field.value = next.query;
  order.value = next.sort;
  document.title = next.query ? `${quoted(next.query)} - ${SITE_TITLE}` : SITE_TITLE;
  root.classList.toggle("has-query", next.query !== "");
  exporting.stop();
  if (!next.query) {
    say("");
    if (top !== null) scrollTo({ top });
    return;
  }
  results.setAttribute("aria-busy", "true");
  const waiting = setTimeout(() => say("正在查找……"), WAIT_SHOWN_AFTER);
  try {
    const index = await openSearch(SITE);
    const answer = await index.search(next.query, {
      filters: next.filters, sort: next.sort, limit: PAGE_SIZE, offset: (next.page - 1) * PAGE_SIZE, facets: true, relax: true, signal,
    });
    if (signal.aborted) return;
    // A page beyond the last, from an old address: the first one is better than nothing.
    if (!answer.groups.length && answer.reports && next.page > 1) {
      history.replaceState(null, "", `${location.pathname}${writeAddress({ ...next, page: 1 })}`);
      void show({ ...next, page: 1 }, turned);
      return;
    }
    draw(answer, next);
    if (turned) heading.focus({ preventScroll: true });
    if (turned) heading.scrollIntoView({ block: "start" });
    if (top !== null) scrollTo({ top });
  } catch (error) {
    if (signal.aborted) return;
    failed(error instanceof Error && "code" in error ? String(error.code) : "");
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) results.removeAttribute("aria-busy");
  }
}

/**
 * @param {Answer} answer
 * @param {SearchState} shown
 */
function draw(answer, shown) {
  const last = Math.max(1, Math.ceil(answer.reports / PAGE_SIZE));
  const found = foundText(answer);
  root.classList.toggle("is-empty", !answer.reports);
  root.classList.remove("is-failed");
  panel.show(answer.facets ?? {}, shown.filters);
  heading.textContent = found;
  heading.hidden = false;
  filterButton.textContent = countChosen(shown.filters) ? `筛选（已选 ${countChosen(shown.filters)} 项）` : "筛选";
  part("chips").replaceChildren(...chosenChips(shown, (name, value) => panel.nameOf(name, value)));
  const withoutFilters = writeAddress({ ...shown, filters: noFilters(), page: 1 });
  const note = answer.note ? element("p", { class: "gk-relaxed" }, answer.note) : null;
  const relaxed = answer.relaxed && answer.reports ? relaxedNotice(shown.query, answer.words) : null;
  const list = answer.reports
    ? resultList(answer.groups, SITE, (shown.page - 1) * PAGE_SIZE + 1)
    : nothingFound(shown, withoutFilters);
  const pages = pager(shown.page, last, (page) => writeAddress({ ...shown, page }) || "?");
  results.replaceChildren(...[note, relaxed, list, pages].filter((each) => each !== null));
  exporting.offer(answer.reports ? shown : null);
  say(relaxed ? `没有找到连写的${quoted(shown.query)}；拆开后${found}` : last > 1 ? `${found}，第 ${shown.page} 页，共 ${last} 页` : found);
}

/** @param {string} code */
function failed(code) {
  root.classList.add("is-failed");
  root.classList.remove("is-empty");
  heading.textContent = "";
  heading.hidden = true;
  const notice = troubleNotice(code, () => void show(state, false));
  results.replaceChildren(notice);
  exporting.offer(null);
  say(notice.textContent ?? "");
}

/**
 * Tell it to screen readers; what is seen says the same.
 * @param {string} text
 */
function say(text) {
  status.textContent = text;
}

/** @param {boolean} open on narrow screens; on wide ones the filters are always in sight */
function openFilters(open) {
  filterButton.setAttribute("aria-expanded", String(open));
  filterBox.classList.toggle("is-open", open);
}

void show(state, false, keptPlace(history.state));
