/* The result list as a table for spreadsheets: CSV as RFC 4180 has it, in UTF-8 with a byte order mark for Excel. */

/** @typedef {import("./excerpt.js").Span} Span */

const HEAD = ["序号", "文件标题", "发布机构", "年度", "文种", "成文或发布日期", "位置", "原文", "网址"];
// A spreadsheet takes a cell that begins so for a formula; full-width marks are normalised by some.
const FORMULA = /^[\s\0]*[=+\-@\t\r＝＋－＠|%]/u;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {string} agency
 * @property {string} year
 * @property {string} type
 * @property {string} date ISO
 * @property {string} place section of the passage
 * @property {string} text the whole passage
 * @property {string} url absolute
 */

/**
 * @param {readonly Row[]} rows one a passage
 * @param {readonly string[]} [notes] lines below the table
 * @returns {string} with byte order mark, lines ended by CR LF
 */
export function csvTable(rows, notes = []) {
  const lines = [HEAD.map(cell).join(",")];
  rows.forEach((row, index) => {
    const values = [String(index + 1), row.title, row.agency, row.year, row.type, row.date, row.place, row.text, row.url];
    lines.push(values.map(cell).join(","));
  });
  return `${BYTE_ORDER_MARK}${[...lines, ...notes.map(cell)].join("\r\n")}\r\n`;
}

/**
 * One cell: never a formula, never a second line or column by itself.
 * @param {string} value
 * @returns {string}
 */
export function cell(value) {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A file name for a query: what no system allows in names is left out.
 * @param {string} query
 * @returns {string}
 */
export function fileName(query) {
  const words = [...query.replace(/[^\p{L}\p{N}]+/gu, " ").trim()].slice(0, 30).join("");
  return `搜索结果${words && `-${words}`}.csv`;
}
