/* The parts of the page of choice that need no browser. That the comparison is Python's, a test in Python tells. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { pastedReport, readChoice, reportHref, writeChoice } from "../../generator/theme/assets/javascripts/compare/address.js";
import { matchingBlocks, opcodes } from "../../generator/theme/assets/javascripts/compare/sequence-matcher.js";
import { wordsFor } from "../../generator/theme/assets/javascripts/compare/wording.js";

const SITE = "https://a.example/zwgk/";

test("a choice read and written again is the same", () => {
  const choice = { a: "qinghe/2023-报告?&#", b: "yuanshan/2022" };
  assert.deepEqual(readChoice(writeChoice(choice)), choice);
  assert.equal(writeChoice({ a: "", b: "" }), "./");
});

test("no address leads out of the folder of reports", () => {
  for (const id of ["../x", "a/..", "a", "a/b/c", "/b", "a/", "a/.b", "a\\b/c", "a/b\u0000", `a/${"b".repeat(400)}`]) {
    assert.deepEqual(readChoice(`?a=${encodeURIComponent(id)}`), { a: "", b: "" }, id);
  }
  assert.equal(reportHref("机关/a?b", SITE, "report.json"), `${SITE}reports/%E6%9C%BA%E5%85%B3/a%3Fb/report.json`);
});

test("a pasted address of a report is understood, whatever hangs on it", () => {
  const id = "qinghe/2023-报告";
  for (const text of [`${SITE}reports/qinghe/2023-%E6%8A%A5%E5%91%8A/?h=x#s-1`, ` ${SITE}reports/qinghe/2023-报告/ `, "reports/qinghe/2023-报告", "/zwgk/reports/qinghe/2023-报告/report.json"]) {
    assert.equal(pastedReport(text, SITE), id, text);
  }
  for (const text of ["https://b.example/zwgk/reports/a/b/", "https://a.example/reports/a/b/", `${SITE}agencies/a/`, `${SITE}reports/`, `${SITE}reports/%E0/b/`, "http://"]) {
    assert.equal(pastedReport(text, SITE) || "", "", text);
  }
  for (const text of ["行政复议", "政府/办公", "reports 2021"]) assert.equal(pastedReport(text, SITE), null, text);
});

test("the matcher takes the first of the longest runs, as difflib does", () => {
  assert.deepEqual(matchingBlocks([..."qabxcd"], [..."abycdf"]), [[1, 0, 2], [4, 3, 2]]);
  assert.deepEqual(opcodes([..."ab"], [..."b"]), [["replace", 0, 1, 0, 0], ["equal", 1, 2, 0, 1]]);
  assert.deepEqual(opcodes([], []), []);
});

test("two documents of two agencies are neither new nor dropped", () => {
  const report = { report_id: "a/b", title: "", agency: "", agency_id: "a", year: 2020, document_type: null, date_of_writing: null, publication_date: null, passages: [] };
  assert.equal(wordsFor(report, { ...report, year: 2021 }).new, "2021年");
  assert.equal(wordsFor(report, report).new, "第二份");
  const words = wordsFor(report, { ...report, agency_id: "b", year: 2021 });
  assert.deepEqual([words.new, words.kinds.new, words.row("新增（第一份没有）")], ["第二份", "仅第二份", "仅第二份有"]);
});
