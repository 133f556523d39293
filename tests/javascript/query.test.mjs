import assert from "node:assert/strict";
import { test } from "node:test";

import { normalise, ranges } from "../../generator/theme/assets/javascripts/search/normalise.js";
import { isListed, keysOf, parseQuery, segmented, toWords } from "../../generator/theme/assets/javascripts/search/query.js";

const NONE = new Map();

test("blanks part words, quotes keep them", () => {
  const words = (query) => parseQuery(query).texts;
  assert.deepEqual(words("法治 政府\u3000建设"), ["法治", "政府", "建设"]);
  assert.deepEqual(words('"法治 政府" 建设'), ["法治 政府", "建设"]);
  assert.deepEqual(words("＂rule of law＂"), ["rule of law"]);
  assert.deepEqual(words('"双公示"工作'), ['"双公示"工作']);
  assert.deepEqual(words("“放管服”改革"), ["“放管服”改革"]);
  assert.deepEqual(words('没有"结束'), ['没有"结束']);
  assert.deepEqual(words("  "), []);
  assert.deepEqual(words('"" "'), ['""', '"']);
});

test("hostile queries become words, nothing else", () => {
  const started = performance.now();
  for (const query of ["<script>alert(1)</script>", ".*+?^${}()|[]\\", "\ud800", "a\udfff法", "👍🏽👨‍👩‍👧", "\0\u0001", "法".repeat(10000), " ".repeat(10000), '"'.repeat(10000), '" '.repeat(5000)]) {
    const { texts } = parseQuery(query);
    assert.ok(texts.join("").length <= 200);
    for (const word of toWords(texts, NONE)) assert.ok(keysOf(word.normal).every(({ key }) => Number.isInteger(key) && key >= 0 && key < 2 ** 32));
  }
  assert.ok(performance.now() - started < 1000);
  assert.match(parseQuery("法".repeat(10000)).note, /只检索了前 200 个字/);
  assert.match(parseQuery("法 ".repeat(50)).note, /只检索了前 12 个/);
  assert.equal(parseQuery("法治").note, "");
  assert.deepEqual(toWords(["\u200b", "法治", "法治", "\ud800"], NONE).map((word) => word.normal), ["法治"]);
});

test("keys", () => {
  const coarse = (text) => keysOf(text).map((key) => key.isCoarse);
  assert.deepEqual(coarse("法"), [true]);
  assert.deepEqual(coarse("法治"), [false]);
  assert.deepEqual(coarse("法,推"), [true, true, true]);
  assert.equal(keysOf("法治")[0].key, 0x6cd56cbb);
  assert.equal(keysOf("𠮷")[0].key, ((0xd800 | (0x20bb7 & 0x7ff)) << 16) >>> 0);
  assert.deepEqual(["法治", "法", "法,", "法治政", "𠮷野", "2021"].map(isListed), [true, false, false, false, false, true]);
});

test("four digits in a row are one key, and their pairs none", () => {
  const number = (digits) => (17 << 16) + digits;
  const told = (text) => keysOf(text).map((key) => key.key);
  assert.deepEqual(told("2021"), [number(2021)]);
  assert.deepEqual(told("20210"), [number(2021), number(210)]);
  assert.deepEqual(told("𠮷2021年"), [number(2021), ...told("𠮷2"), ...told("1年")]);
  assert.deepEqual(told("在2021和12年"), [number(2021), ...["在2", "1和", "和1", "12", "2年"].flatMap(told)]);
  assert.deepEqual(told("2021,2"), [number(2021), ...told("1,2")]);
  assert.equal(keysOf("021").length, 2);
});

test("ranges are those of the text as published", () => {
  const found = (text, phrase, fold = NONE) => ranges(text, normalise(text, fold), [normalise(phrase, fold)], fold).map(([start, end]) => text.slice(start, end));
  assert.deepEqual(found("建设 法治\u3000政府，法治政府", "法治政府"), ["法治\u3000政府", "法治政府"]);
  assert.deepEqual(found("占地12㎡的", "m2"), ["㎡"]);
  assert.deepEqual(found("占地12㎡的", "2m"), ["2㎡"]);
  assert.deepEqual(found("ＡＢＣ", "b"), ["Ｂ"]);
  assert.deepEqual(found("cafe\u0301s", "é"), ["e\u0301"]);
  assert.deepEqual(found("𠮷野家", "野"), ["野"]);
  assert.deepEqual(found("增強普法", "增强", new Map([["強", "强"]])), ["增強"]);
  assert.deepEqual(found("法法法", "法法"), ["法法"]);
});

test("overlapping ranges are joined", () => {
  assert.deepEqual(ranges("行政执法局", "行政执法局", ["行政执", "执法"], NONE), [[0, 4]]);
});

test("words of a phrase", () => {
  assert.deepEqual(segmented(["法治政府的建设"]), ["法治", "政府", "建设"]);
  assert.deepEqual(segmented(["<>"]), []);
});
