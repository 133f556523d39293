/* The two reports are named in the page's address: it can be sent, kept and gone back to. */

/** @typedef {{a: string, b: string}} Choice ids of reports, `<agency-id>/<name>`; empty where none is chosen */

const MOST = 300; // characters of an id; a longer address was not made by this site

/**
 * @param {string} search `?a=…&b=…`
 * @returns {Choice}
 */
export function readChoice(search) {
  const values = new URLSearchParams(search);
  return { a: reportId(values.get("a") ?? ""), b: reportId(values.get("b") ?? "") };
}

/**
 * @param {Choice} choice
 * @returns {string} `?a=…&b=…`; `./` where nothing is chosen
 */
export function writeChoice({ a, b }) {
  const values = new URLSearchParams();
  if (a) values.set("a", a);
  if (b) values.set("b", b);
  return a || b ? `?${values}` : "./";
}

/**
 * The report that an address of this site means.
 * @param {string} pasted what a reader pasted or typed
 * @param {string} siteUrl absolute address of the site, ending in `/`
 * @returns {string | null} its id; empty where it is an address but of no report here; null where it is no address
 */
export function pastedReport(pasted, siteUrl) {
  const text = pasted.trim();
  if (!/^(?:https?:\/\/|\/|\.\.?\/|reports\/)\S+$/iu.test(text)) return null;
  let url;
  try {
    url = new URL(text, siteUrl);
  } catch {
    return "";
  }
  const folder = `${siteUrl}reports/`;
  const place = `${url.origin}${url.pathname}`;
  if (!place.startsWith(folder)) return "";
  const [agency = "", name = ""] = place.slice(folder.length).split("/");
  try {
    return reportId(`${decodeURIComponent(agency)}/${decodeURIComponent(name)}`);
  } catch {
    return "";
  }
}

/**
 * @param {string} id of a report
 * @param {string} siteUrl
 * @param {string} [file] beside its page
 * @returns {string} absolute address of its page
 */
export function reportHref(id, siteUrl, file = "") {
  return `${siteUrl}reports/${id.split("/").map(encodeURIComponent).join("/")}/${file}`;
}

/**
 * @param {string} text
 * @returns {string} the text where it has the form of an id, else empty: nothing that leads out of `reports/`
 */
function reportId(text) {
  const parts = text.split("/");
  const isSound = parts.length === 2 && text.length <= MOST;
  return isSound && parts.every((part) => part && !/^\.|[\\\p{Cc}]/u.test(part)) ? text : "";
}
