/** What can go wrong for a reader; `message` is Chinese and may be shown. */

const MESSAGES = {
  offline: "无法连接网站，请检查网络后重试。",
  "missing-chunk": "检索数据缺少一部分，网站可能正在更新，请稍后刷新页面再试。",
  "bad-manifest": "检索索引无法使用，请稍后再试；仍不能使用的，请告知网站管理人员。",
};

/** @typedef {keyof typeof MESSAGES} SearchErrorCode */

export class SearchError extends Error {
  /**
   * @param {SearchErrorCode} code
   * @param {string} [detail] for developers: which file, which status
   */
  constructor(code, detail = "") {
    super(MESSAGES[code]);
    this.name = "SearchError";
    this.code = code;
    this.detail = detail;
  }
}
