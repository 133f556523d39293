/* What a comparison says of two reports: years of one agency, or two documents of different ones. */

/**
 * @typedef {object} Report what of `report.json` is used
 * @property {string} report_id
 * @property {string} title
 * @property {string} agency
 * @property {string} agency_id
 * @property {number | null} year
 * @property {string | null} document_type
 * @property {string | null} date_of_writing
 * @property {string | null} publication_date
 * @property {import("./text.js").Passage[]} passages
 */

/**
 * @typedef {object} Words
 * @property {string} old how the one report is called
 * @property {string} new how the other is
 * @property {boolean} isSeries both are of one agency, so that the one follows the other
 * @property {Partial<Record<import("./comparison.js").Change, string>>} kinds other words for kinds of lines
 * @property {(name: string) => string} row a row of the summary
 * @property {(place: string) => string} from where a moved sentence stood
 * @property {(place: string) => string} to where it stands
 */

/**
 * @param {Report} one
 * @param {Report} other
 * @returns {Words}
 */
export function wordsFor(one, other) {
  const isSeries = one.agency_id !== "" && one.agency_id === other.agency_id;
  const hasYears = isSeries && one.year !== other.year && one.year && other.year;
  const names = hasYears ? { old: `${one.year}年`, new: `${other.year}年` } : { old: "第一份", new: "第二份" };
  if (isSeries) {
    return {
      ...names, isSeries, kinds: {}, row: (name) => name,
      from: (place) => `移自${names.old}${place}`, to: (place) => `移至${names.new}${place}`,
    };
  }
  return {
    ...names,
    isSeries,
    // Nobody added or dropped anything: these are two documents of two agencies.
    kinds: { new: "仅第二份", dropped: "仅第一份", changed: "不同", moved: "别处相同", left: "别处相同" },
    row: (name) => (name.startsWith("删去") ? "仅第一份有" : name.startsWith("新增") ? "仅第二份有" : name === "有改动" ? "大体相同，有不同之处" : name),
    from: (place) => `见${names.old}${place}`,
    to: (place) => `见${names.new}${place}`,
  };
}
