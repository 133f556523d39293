/* What the search says to readers. */

const SHOWN_QUERY = 40;
const NUMBERS = new Intl.NumberFormat("zh-CN");

/** @typedef {{title: string, advice: string, action: "retry" | "reload" | "none"}} Trouble */

/**
 * @param {number} value
 * @returns {string} with separators
 */
export function number(value) {
  return NUMBERS.format(value);
}

/**
 * A query as it is told back: in quotation marks and not too long.
 * @param {string} query
 * @returns {string}
 */
export function quoted(query) {
  const characters = [...query];
  return `“${characters.length > SHOWN_QUERY ? `${characters.slice(0, SHOWN_QUERY).join("")}…` : query}”`;
}

/**
 * How much was found.
 * @param {{reports: number, total: number, exact: boolean}} found
 * @returns {string}
 */
export function foundText({ reports, total, exact }) {
  if (!reports) return "没有找到";
  const about = exact ? "" : "约";
  return `找到${about} ${number(reports)} 份文件，${about && `${about} `}${number(total)} 段`;
}

/** What a field of a report is called; a passage of its text has none. */
export const FIELD_NAMES = { title: "标题", agency: "发布机构", document_number: "发文字号", index_number: "索引号" };

/**
 * What went wrong and what the reader can do.
 * @param {string} code a `SearchError`'s code, or anything else
 * @returns {Trouble}
 */
export function trouble(code) {
  switch (code) {
    case "offline":
      return { title: "没有连上网络", advice: "请检查网络连接，然后重试。", action: "retry" };
    case "missing-chunk":
      return { title: "搜索要用的数据没有取到", advice: "网站可能刚刚更新过，请刷新本页；仍然不行时，请稍后再试。", action: "reload" };
    case "bad-manifest":
      return { title: "搜索暂时不能使用", advice: "搜索要用的数据不完整，请稍后刷新本页。", action: "reload" };
    default:
      return { title: "这次搜索没有完成", advice: "请重试；仍然不行时，请刷新本页，或者换一个较新的浏览器。", action: "retry" };
  }
}

/**
 * A day as a reader writes it.
 * @param {string} iso `2022-03-01`, or a part of it, or empty
 * @returns {string} `2022年3月1日`
 */
export function chineseDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  if (!year) return "";
  return `${year}年${month ? `${month}月` : ""}${month && day ? `${day}日` : ""}`;
}

/**
 * What a report is: agency, year, type, day; what is not known is left out.
 * @param {{agency?: string, year?: number | string | null, type?: string, date?: string}} report
 * @returns {string[]}
 */
export function reportNotes(report) {
  const year = report.year ? `${report.year}年度` : "";
  const day = report.date ? chineseDate(report.date) : "";
  return [report.agency ?? "", year, report.type ?? "", day].filter(Boolean);
}
