/* The search module, asked for when a reader comes to the field or the first query comes, and once. */

/** @typedef {import("../search/gongkai-search.js").SearchIndex} SearchIndex */
/** @typedef {import("../search/gongkai-search.js").SearchResult} Answer */
/** @typedef {import("../search/gongkai-search.js").Group} Group */
/** @typedef {Group["passages"][number]} Passage */

/** @type {Promise<SearchIndex> | null} */
let opened = null;

/**
 * Open the index of a site. After a failure the next call tries again.
 * @param {string} siteUrl absolute, ending in `/`
 * @returns {Promise<SearchIndex>}
 * @throws {Error} with a `code` as `SearchError` has it
 */
export async function openSearch(siteUrl) {
  opened ??= load(siteUrl);
  try {
    return await opened;
  } catch (error) {
    opened = null;
    throw error;
  }
}

/**
 * @param {string} siteUrl
 * @returns {Promise<SearchIndex>}
 */
async function load(siteUrl) {
  const folder = new URL("search/", siteUrl);
  // What the index asks for first is on its way while the module comes.
  const address = new URL("manifest.json", folder).href;
  /** @type {Promise<Response> | null} */
  let manifest = fetch(address, { cache: "no-cache" });
  manifest.catch(() => undefined); // told by the index
  let module;
  try {
    module = await import(new URL("gongkai-search.js", folder).href);
  } catch (error) {
    // A module that was not got is not asked for again by the same page.
    throw Object.assign(new Error("search module not loaded", { cause: error }), { code: "missing-chunk" });
  }
  return module.openIndex(folder.href, {
    /** @type {typeof fetch} */
    fetch(asked, init) {
      const early = asked === address ? manifest : null;
      if (early) manifest = null;
      return early ?? fetch(asked, init);
    },
  });
}
