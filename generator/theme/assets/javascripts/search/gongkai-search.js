/**
 * Full-text search of this site, for anyone to import:
 *
 *     import { openIndex } from "https://…/search/gongkai-search.js";
 *     const index = await openIndex();
 *     const found = await index.search("法治政府", { filters: { year: [2021] }, limit: 10 });
 *
 * Works in pages, in workers and in Node 20 or newer. Every passage that is returned holds what was searched for;
 * `exact` says whether the counts are those of the texts, or estimates to be shown with 约.
 */

import { SearchError } from "./errors.js";
import { find } from "./search.js";
import { parseQuery, segmented, toWords } from "./query.js";
import { Segment } from "./segment.js";
import { mayFold, readFold } from "./simplified.js";
import { Store, reading } from "./store.js";

export { SearchError };

const FORMAT = 2;
const MANIFEST = "manifest.json";

/**
 * @typedef {import("./facets.js").Filters} Filters
 * @typedef {import("./facets.js").Facets} Facets
 * @typedef {import("./verify.js").Group} Group
 * @typedef {import("./verify.js").ReportFacts} ReportFacts
 *
 * @typedef {object} SearchOptions
 * @property {Filters} [filters] `region` (codes of GB/T 2260), `agency`, `year`, `type`, `theme`, `role`: one value or several
 * @property {number} [limit] reports on a page (10); Infinity: all
 * @property {number} [offset] reports to leave out (0)
 * @property {"relevance" | "date"} [sort] ("relevance")
 * @property {boolean} [facets] also count the hits by facet (false)
 * @property {boolean} [relax] a phrase without hits: look for its words (false); such an answer says `relaxed`
 * @property {AbortSignal} [signal] calls the search off
 *
 * @typedef {object} Hit one passage
 * @property {ReportFacts} report
 * @property {string} uri of the report's page, from the site's root
 * @property {string} anchor of the passage on it; empty where a field (agency, number) was found
 * @property {string} heading label of the section
 * @property {string} field `title agency document_number index_number`, or empty for a passage of the text
 * @property {string} title of the report
 * @property {string} text the whole passage as published
 * @property {[number, number][]} ranges what was found in `text`, in code units
 * @property {number} count passages found in this report
 *
 * @typedef {object} SearchResult
 * @property {string} query as given
 * @property {string[]} words what was looked for
 * @property {string} note Chinese: what of the query was left out; or empty
 * @property {number} total passages
 * @property {number} reports
 * @property {boolean} exact both counts are exact; else estimates
 * @property {boolean} relaxed the query as it is has no hits: these are reports with its words
 * @property {Group[]} groups the reports of the page with their passages
 * @property {Hit[]} hits the same passages in a row
 * @property {Facets} [facets] reports that each value would leave; estimates unless `exact`
 */

/**
 * Open an index; loads its manifest only.
 * @param {string | URL} [baseUrl] folder of the index; that of this module if left out
 * @param {{fetch?: import("./store.js").Fetch, texts?: number}} [options] another `fetch`, for tests; how many texts are
 *   kept ready (200)
 * @returns {Promise<Index>}
 * @throws {SearchError}
 */
export async function openIndex(baseUrl = new URL("./", import.meta.url), options = {}) {
  const base = new URL(baseUrl, globalThis.location?.href ?? import.meta.url);
  if (!base.pathname.endsWith("/")) base.pathname += "/";
  /** @type {import("./store.js").Fetch} */
  const here = (address, init) => globalThis.fetch(address, init);
  const store = new Store(base, options.fetch ?? here, options.texts ?? 200);
  const index = new Index(store);
  await index.open();
  return index;
}

/**
 * @typedef {object} Manifest
 * @property {number} format
 * @property {number} reports
 * @property {number} passages
 * @property {string} dictionary file names of what the segments share
 * @property {string} simplified
 * @property {string} common characters of GB 2312 that `simplified` holds
 * @property {string} names
 * @property {import("./segment.js").Entry[]} segments newest first
 */
class Index {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    /** @type {import("./normalise.js").Fold} */
    this.fold = new Map();
    /** @type {Segment[]} */
    this.segments = [];
    /** @type {Manifest} */
    this.manifest = { format: FORMAT, reports: 0, passages: 0, dictionary: "", simplified: "", common: "", names: "", segments: [] };
    this.told = "";
  }

  /** Reports in the index. */
  get reports() {
    return this.manifest.reports;
  }

  /**
   * Load the manifest.
   * @returns {Promise<boolean>} whether it differs from the one before
   */
  async open() {
    const told = new TextDecoder().decode(await this.store.load(MANIFEST, { cache: "no-cache" }));
    if (told === this.told) return false;
    /** @type {Manifest} */
    let manifest;
    try {
      manifest = JSON.parse(told);
      if (manifest.format !== FORMAT) throw new TypeError(`format ${manifest.format}`);
      let before = 0;
      this.segments = manifest.segments.map((entry) => {
        before += entry.reports;
        return new Segment(entry, this.store, manifest.dictionary, before - entry.reports);
      });
    } catch (error) {
      throw new SearchError("bad-manifest", String(error));
    }
    this.manifest = manifest;
    this.told = told;
    return true;
  }

  /**
   * @param {string} query
   * @param {SearchOptions} [options]
   * @returns {Promise<SearchResult>}
   * @throws {SearchError}
   */
  async search(query, options = {}) {
    try {
      return await this.searchOnce(String(query), options);
    } catch (error) {
      // A new version of the site has taken the old files away: once more with its manifest.
      const isMissing = error instanceof SearchError && error.code === "missing-chunk";
      if (!isMissing || !(await this.open())) throw error;
      return this.searchOnce(String(query), options);
    }
  }

  /**
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<SearchResult>}
   */
  async searchOnce(query, options) {
    const { texts, note } = parseQuery(query);
    const told = await this.look(texts, options);
    if (told.reports > 0 || !options.relax) return { query, note, relaxed: false, ...told };
    const words = segmented(texts);
    const relaxed = words.length > texts.length ? await this.look(words, options) : told;
    return relaxed.reports > 0 ? { query, note, relaxed: true, ...relaxed } : { query, note, relaxed: false, ...told };
  }

  /**
   * @param {string[]} texts
   * @param {SearchOptions} options
   */
  async look(texts, options) {
    const { signal } = options;
    const check = () => {
      if (signal?.aborted) throw signal.reason ?? new DOMException("aborted", "AbortError");
    };
    const wish = {
      filters: options.filters ?? {},
      limit: Math.max(0, options.limit ?? 10),
      offset: Math.max(0, options.offset ?? 0),
      sort: options.sort ?? "relevance",
      facets: options.facets ?? false,
      check,
    };
    check();
    const words = await this.words(texts);
    const phrases = words.map((word) => word.normal);
    const found = phrases.length
      ? await find(this.segments, () => this.names(), { ...wish, phrases })
      : { total: 0, reports: 0, exact: true, groups: [] };
    const hits = found.groups.flatMap(({ report, uri, count, passages }) =>
      passages.map((passage) => ({ report, uri, title: report.title, count, ...passage })),
    );
    return { words: words.map((word) => word.text), ...found, hits };
  }

  /**
   * The words in the form in which texts are compared; loads the table of traditional characters where it may matter.
   * @param {string[]} texts
   */
  async words(texts) {
    const words = toWords(texts, this.fold);
    if (this.fold.size || !mayFold(words.map((word) => word.normal).join(""), this.manifest.common)) return words;
    const name = this.manifest.simplified;
    const bytes = await this.store.inflated(name);
    this.fold = reading(name, () => readFold(bytes));
    return toWords(texts, this.fold);
  }

  /** @returns {Promise<{themes: [string, string][], roles: [string, string][]}>} */
  async names() {
    return JSON.parse(new TextDecoder().decode(await this.store.bytes(this.manifest.names)));
  }
}

/** @typedef {Index} SearchIndex */
