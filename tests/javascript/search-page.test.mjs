/* The parts of the search page that need no browser: address, excerpt, table, pages. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { noFilters, readAddress, resultHref, writeAddress } from "../../generator/theme/assets/javascripts/search-page/address.js";
import { changed, unfolded } from "../../generator/theme/assets/javascripts/search-page/choices.js";
import { excerpt, pieces, wordsFound } from "../../generator/theme/assets/javascripts/search-page/excerpt.js";
import { pagesOffered } from "../../generator/theme/assets/javascripts/search-page/pager.js";
import { cell, csvTable, fileName } from "../../generator/theme/assets/javascripts/search-page/table.js";
import { placeAbove } from "../../generator/theme/assets/javascripts/search-page/place.js";
import { splitTitle } from "../../generator/theme/assets/javascripts/search-page/title.js";
import { chineseDate, foundText, quoted } from "../../generator/theme/assets/javascripts/search-page/wording.js";

const shown = (found) => found.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join("");

test("an address read and written again is the same state", () => {
  const state = {
    query: '行政 "a&b=c" <img>', sort: "date", page: 3,
    filters: { ...noFilters(), year: ["2021", "2022"], agency: ["xiamen-fao"] },
  };
  assert.deepEqual(readAddress(writeAddress(state)), state);
  assert.equal(writeAddress({ query: "", sort: "relevance", page: 1, filters: noFilters() }), "");
});

test("an address that this page did not make is read as far as it means something", () => {
  const state = readAddress("?q=%20a%20&page=-3&sort=size&year=&year=2021&year=2021&x=1");
  assert.deepEqual(state, { query: "a", sort: "relevance", page: 1, filters: { ...noFilters(), year: ["2021"] } });
  for (const page of ["1e9", "1.5", "NaN", "", "Infinity"]) assert.equal(readAddress(`?q=a&page=${page}`).page, 1);
  assert.equal(readAddress(`?${"year=1&".repeat(9)}${Array.from({ length: 99 }, (_, n) => `year=${n}`).join("&")}`).filters.year.length, 50);
});

test("a result's link survives any name", () => {
  const href = resultHref("https://a.example/zwgk/", "reports/机关/2021?#%/", "p-1", ["行 政", "\ud800", "&h=x"]);
  const url = new URL(href);
  assert.equal(url.hash, "#p-1");
  assert.deepEqual(url.searchParams.getAll("h"), ["行 政", "\ufffd", "&h=x"]);
  assert.equal(decodeURIComponent(url.pathname), "/zwgk/reports/机关/2021?#%/");
  assert.equal(resultHref("https://a.example/", "reports/a/b/", "", []), "https://a.example/reports/a/b/");
});

test("an excerpt opens with the sentence and marks every word in it", () => {
  const text = `${"前".repeat(100)}。政府信息公开，信息公开。${"后".repeat(200)}`;
  const at = text.indexOf("信息公开");
  const found = excerpt(text, [[at + 5, at + 9], [at, at + 4]], 40);
  assert.ok(shown(found).startsWith("政府[信息公开]，[信息公开]。后"));
  assert.ok(shown(found).endsWith("后…"));
  assert.equal(shown(pieces("一二三", [[0, 2], [1, 3]])), "[一二三]");
});

test("an excerpt never cuts a character in two, nor a range that is longer than its room", () => {
  const text = "𠮷".repeat(200);
  for (let at = 0; at < 100; at += 1) {
    for (const piece of excerpt(text, [[2 * at, 2 * at + 2]], 31)) assert.equal(piece.text.isWellFormed?.() ?? true, true);
  }
  assert.equal(shown(excerpt("长".repeat(300), [[0, 200]], 10)), `[${"长".repeat(200)}]…`);
  assert.equal(shown(excerpt("", [[0, 5]])), "");
  assert.equal(shown(excerpt("abc", [])), "abc");
});

test("words for the page: as they stand in the text, without blanks, longest first", () => {
  const passages = [{ text: "2021 年 依法行政", ranges: [[0, 6], [7, 9]] }, { text: "依法", ranges: [[0, 2], [0, 0]] }];
  assert.deepEqual(wordsFound(passages), ["2021年", "依法"]);
});

test("no cell of the table is a formula", () => {
  for (const start of ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "＋", "－", "＠", "|", "%"]) {
    const made = cell(`${start}cmd|' /C calc'!A0`);
    assert.match(made, /^"?'/u, JSON.stringify(start));
  }
  assert.equal(cell("一是"), "一是");
  assert.equal(cell('说“a”,"b"\n'), '"说“a”,""b""\n"');
});

test("the table opens in a spreadsheet: byte order mark, CR LF, as many columns everywhere", () => {
  const row = { title: "题,一", agency: "机关", year: "2021", type: "", date: "", place: "", text: "文", url: "https://a.example/" };
  const made = csvTable([row, row]);
  assert.equal(made[0], "\ufeff");
  const lines = made.trimEnd().split("\r\n");
  assert.equal(lines.length, 3);
  assert.equal(lines[2], '2,"题,一",机关,2021,,,,文,https://a.example/');
  assert.equal(lines[0].split(",").length, 9);
  assert.equal(fileName('../<a>:*?"| 行政'), "搜索结果-a 行政.csv");
  assert.equal(fileName("***"), "搜索结果.csv");
});

test("pages offered: first, last, near ones, and no gap of one page", () => {
  assert.deepEqual(pagesOffered(1, 1), [1]);
  assert.deepEqual(pagesOffered(1, 3), [1, 2, 3]);
  assert.deepEqual(pagesOffered(5, 10), [1, 0, 4, 5, 6, 0, 10]);
  assert.deepEqual(pagesOffered(4, 7), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(pagesOffered(10, 10), [1, 0, 9, 10]);
});

test("what is told", () => {
  assert.equal(foundText({ reports: 1234, total: 5678, exact: false }), "找到约 1,234 份文件，约 5,678 段");
  assert.equal(foundText({ reports: 2, total: 3, exact: true }), "找到 2 份文件，3 段");
  assert.equal(foundText({ reports: 0, total: 0, exact: true }), "没有找到");
  assert.equal(chineseDate("2022-03-01"), "2022年3月1日");
  assert.equal(chineseDate(""), "");
  assert.equal(quoted("长".repeat(41)), `“${"长".repeat(40)}…”`);
});

test("a place and one within it are never both chosen", () => {
  const of = (...region) => ({ ...noFilters(), region });
  assert.deepEqual(changed(of("350000"), "region", "350200", true).region, ["350200"]);
  assert.deepEqual(changed(of("350200", "350100", "500000"), "region", "350000", true).region, ["500000", "350000"]);
  assert.deepEqual(changed(of("350200"), "region", "350203", true).region, ["350203"]);
  assert.deepEqual(changed(of("350200"), "region", "350200", false).region, []);
  assert.deepEqual(changed({ ...noFilters(), year: ["2021"] }, "year", "2022", true).year, ["2021", "2022"]);
});

test("places within a place are listed below it once it matters", () => {
  const choices = [
    { value: "350000", label: "福建省", count: 2 }, { value: "370000", label: "山东省", count: 1 },
    { value: "350200", label: "厦门市", count: 1, parent: "350000" }, { value: "350203", label: "思明区", count: 1, parent: "350200" },
  ];
  const listed = (chosen, from = choices) => unfolded(from, chosen).map((each) => each.label).join();
  assert.equal(listed([]), "福建省,山东省");
  assert.equal(listed(["350000"]), "福建省,厦门市,山东省");
  assert.equal(listed(["350203"]), "福建省,厦门市,思明区,山东省");
  assert.equal(listed([], choices.filter((each) => each.value !== "370000")), "福建省,厦门市,思明区");
});

test("a hit in the title is marked there, whatever blanks the document's own title has", () => {
  const own = { anchor: "p-1", heading: "", field: "", text: "市外办 2021 年 报告", ranges: [[4, 10]] };
  const other = { anchor: "p-2", heading: "", field: "", text: "2021年", ranges: [[0, 5]] };
  const { title, inTitle, passages } = splitTitle({ report: { title: "市外办2021年报告" }, passages: [own, other] });
  assert.equal(shown(title), "市外办[2021年]报告");
  assert.ok(inTitle);
  assert.deepEqual(passages, [other]);
  assert.equal(splitTitle({ report: { title: "别的" }, passages: [own] }).inTitle, false);
});

test("the line above an excerpt does not say what the excerpt says", () => {
  const above = (heading, text, shownText, field = "") =>
    placeAbove({ anchor: "p-1", heading, field, text, ranges: [] }, [{ text: shownText, marked: false }]);
  assert.equal(above("三 加强工作。", "三、加强工作。各处室", "三、加强工作。各…"), "");
  assert.equal(above("四（四）加强工作。", "（四）加强工作。各处室", "（四）加强工作。各…"), "四（四）");
  assert.equal(above("一（一）1 加强工作", "1.加强工作。各处室", "1.加强工作。"), "一（一）1");
  assert.equal(above("四（四）加强工作。", "（四）加强工作。各处室认真落实。", "各处室认真落实。"), "四（四）加强工作。");
  assert.equal(above("", "文字", "文字"), "");
  assert.equal(above("", "沙外办发〔2022〕1号", "沙外办发〔2022〕1号", "document_number"), "发文字号");
});

test("an excerpt does not close inside a word that was found", () => {
  assert.equal(shown(excerpt("一二三四五六七八九十", [[0, 1], [4, 8]], 6)), "[一]二三四[五六七八]…");
});
