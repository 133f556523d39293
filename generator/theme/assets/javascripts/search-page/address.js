/* The state of the search page is its address: it can be sent, kept and gone back to. */

export const FILTERS = /** @type {const} */ (["region", "agency", "year", "type", "theme", "role"]);
export const PAGE_SIZE = 10;
const MOST_VALUES = 50; // of one filter; a longer address was not made by this page
const MOST_PAGE = 100_000;

/** @typedef {typeof FILTERS[number]} FilterName */
/** @typedef {Record<FilterName, string[]>} Filters */
/** @typedef {{query: string, filters: Filters, sort: "relevance" | "date", page: number}} SearchState */

/** @returns {Filters} */
export function noFilters() {
  return { region: [], agency: [], year: [], type: [], theme: [], role: [] };
}

/**
 * Read the state from an address's query part; whatever is not understood is left out.
 * @param {string} search `?q=…&year=2021`
 * @returns {SearchState}
 */
export function readAddress(search) {
  const values = new URLSearchParams(search);
  const filters = noFilters();
  for (const name of FILTERS) {
    filters[name] = [...new Set(values.getAll(name).filter(Boolean))].slice(0, MOST_VALUES);
  }
  const page = Number(values.get("page") ?? 1);
  return {
    query: (values.get("q") ?? "").trim(),
    filters,
    sort: values.get("sort") === "date" ? "date" : "relevance",
    page: Number.isSafeInteger(page) && page >= 1 && page <= MOST_PAGE ? page : 1,
  };
}

/**
 * The query part for a state, always in the same order; what goes without saying is left out.
 * @param {SearchState} state
 * @returns {string} `?q=…`, or empty
 */
export function writeAddress(state) {
  const values = new URLSearchParams();
  if (state.query) values.set("q", state.query);
  for (const name of FILTERS) for (const value of state.filters[name]) values.append(name, value);
  if (state.sort !== "relevance") values.set("sort", state.sort);
  if (state.page > 1) values.set("page", String(state.page));
  const written = values.toString();
  return written ? `?${written}` : "";
}

/**
 * @param {Filters} filters
 * @returns {number} how many values are chosen
 */
export function countChosen(filters) {
  return FILTERS.reduce((sum, name) => sum + filters[name].length, 0);
}

/**
 * Where a result leads: the report's page, at the passage, with the words to mark.
 * @param {string} siteUrl absolute address of the site, ending in `/`
 * @param {string} uri `reports/<agency-id>/<name>/`, not percent-encoded
 * @param {string} anchor `p-17`, or empty for the whole page
 * @param {readonly string[]} words to mark
 * @returns {string} absolute
 */
export function resultHref(siteUrl, uri, anchor, words) {
  const path = uri.split("/").map((part) => encodeURIComponent(wellFormed(part))).join("/");
  const marks = words.map((word) => `h=${encodeURIComponent(wellFormed(word))}`).join("&");
  return `${siteUrl}${path}${marks && `?${marks}`}${anchor && `#${encodeURIComponent(wellFormed(anchor))}`}`;
}

/**
 * `encodeURIComponent` refuses half a surrogate pair.
 * @param {string} text
 * @returns {string}
 */
function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
