// Needs an index of the project's own reports; its folder stands in GONGKAI_INDEX.

import assert from "node:assert/strict";
import { test } from "node:test";

import { FOLDER, SearchError, files, open, openIndex } from "./index-files.mjs";

const skip = FOLDER ? false : "GONGKAI_INDEX is not set";
const options = { skip };

test("opening loads the manifest only, a search only what it needs", options, async () => {
  const { asked, index } = await open();
  assert.deepEqual(asked, ["manifest.json"]);
  assert.equal(index.reports, 5);
  await index.search("鄂木斯克");
  assert.ok(asked.length < 40);
  assert.ok(!asked.some((name) => /simplified|names|reports\.bin|passages\.bin/.test(name)));
  const before = asked.length;
  await index.search("鄂木斯克");
  assert.equal(asked.length, before, "a second time nothing is loaded");
});

test("groups and hits", options, async () => {
  const { index } = await open();
  const found = await index.search("鄂木斯克");
  assert.equal(found.reports, 1);
  assert.equal(found.exact, true);
  const [group] = found.groups;
  assert.equal(group.uri, "reports/urumqi-fao/2021-law-based-government/");
  assert.equal(group.report.agency, "乌鲁木齐市人民政府外事办公室");
  assert.equal(found.total, group.count);
  const [hit] = found.hits;
  assert.match(hit.anchor, /^(p|s)-/);
  assert.ok(hit.ranges.every(([start, end]) => hit.text.slice(start, end) === "鄂木斯克"));
  assert.equal(hit.title, group.report.title);
});

test("titles, agencies and short names are searched, and come first", options, async () => {
  const { index } = await open();
  const title = await index.search("厦门市人民政府外事办公室关于2021年");
  assert.equal(title.groups[0].report.id, "xiamen-fao/2021-law-based-government");
  const short = await index.search("区外事办");
  assert.equal(short.hits[0].field, "agency");
  assert.equal(short.hits[0].anchor, "");
  assert.equal(short.hits[0].report.id, "shapingba-fao/2021-law-based-government");
});

test("words that stand nowhere need no table of traditional characters", options, async () => {
  const { asked, index } = await open();
  assert.equal((await index.search("宇宙飞船第十七次")).reports, 0);
  assert.ok(!asked.some((name) => name.startsWith("simplified")));
});

test("full-width, traditional, spaced and zero-width queries find the same", options, async () => {
  const { asked, index } = await open();
  const told = async (query) => (await index.search(query)).hits.map((hit) => [hit.report.id, hit.anchor]);
  const plain = await told("2021年法治政府");
  assert.ok(plain.length > 3);
  assert.deepEqual(await told("２０２１年法治政府"), plain);
  assert.deepEqual(await told('"2021 年 法治 政府"'), plain);
  assert.deepEqual(await told("2021\u200b年法治政\u00ad府"), plain);
  assert.ok(!asked.some((name) => name.startsWith("simplified")));
  assert.deepEqual((await index.search("規範性文件")).total, (await index.search("规范性文件")).total);
  assert.ok((await index.search("規範性文件")).total > 0);
  assert.ok(asked.some((name) => name.startsWith("simplified")));
});

test("one character", options, async () => {
  const { index } = await open();
  const found = await index.search("厦");
  assert.ok(found.reports >= 1);
  assert.equal(found.exact, true);
  assert.ok(found.hits.every((hit) => hit.ranges.every(([start, end]) => hit.text.slice(start, end) === "厦")));
});

test("several words: all of them, in one passage first", options, async () => {
  const { index } = await open();
  const both = await index.search("法律顾问 因公出国");
  const one = new Set((await index.search("法律顾问", { limit: Infinity })).groups.map((group) => group.report.id));
  const other = new Set((await index.search("因公出国", { limit: Infinity })).groups.map((group) => group.report.id));
  assert.deepEqual(
    new Set(both.groups.map((group) => group.report.id)),
    new Set(Array.from(one).filter((id) => other.has(id))),
  );
  const flags = both.groups.map((group) => (group.inHeading ? 2 : 0) + (group.inOnePassage ? 1 : 0));
  assert.deepEqual(flags, flags.slice().sort((left, right) => right - left));
});

test("ranking: headings, then number of passages, then newer", options, async () => {
  const { index } = await open();
  for (const query of ["法治", "外事", "法律顾问", "政务公开"]) {
    const { groups } = await index.search(query);
    const keys = groups.map((group) => [group.inHeading ? 1 : 0, group.count, group.report.date || `${group.report.year}-12-31`]);
    const sorted = keys.slice().sort((a, b) => b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? 1 : a[2] > b[2] ? -1 : 0));
    assert.deepEqual(keys, sorted, query);
    const dated = (await index.search(query, { sort: "date" })).groups.map((group) => group.report.date || `${group.report.year}-12-31`);
    assert.deepEqual(dated, dated.slice().sort().reverse());
  }
});

test("pages are parts of the whole", options, async () => {
  const { index } = await open();
  for (const query of ["法治", "法治政府建设", "的"]) {
    const whole = (await index.search(query, { limit: Infinity })).groups.map((group) => group.report.id);
    const parts = [];
    for (let offset = 0; offset < whole.length + 2; offset += 2) {
      const page = await index.search(query, { limit: 2, offset });
      parts.push(...page.groups.map((group) => group.report.id));
    }
    assert.deepEqual(parts.sort(), whole.sort(), query);
  }
});

test("a page of no reports still tells how many there are", options, async () => {
  const { index } = await open();
  const found = await index.search("法治政府建设", { limit: 0 });
  assert.deepEqual(found.groups, []);
  assert.ok(found.reports > 0 && found.total >= found.reports);
});

test("filters and counts", options, async () => {
  const { index } = await open();
  const all = await index.search("法治", { facets: true, limit: Infinity });
  assert.deepEqual(Object.keys(all.facets), ["region", "agency", "year", "type", "theme", "role"]);
  for (const [name, values] of Object.entries(all.facets)) {
    assert.ok(values.length > 0, name);
    for (const { value, count, label } of values) {
      const filtered = await index.search("法治", { filters: { [name]: [value] }, limit: Infinity, facets: true });
      assert.equal(filtered.reports, count, `${name} ${label}`);
      assert.equal(filtered.groups.length, count, `${name} ${label}`);
      assert.equal(filtered.total, filtered.hits.length);
      assert.deepEqual(filtered.facets[name], values, "the counts of a facet are those without its own filter");
    }
  }
  const regions = Object.fromEntries(all.facets.region.map((value) => [value.value, value]));
  assert.equal(regions["650000"].count, 2);
  assert.equal(regions["650100"].parent, "650000");
  assert.equal(regions["500106"].parent, "500000");
  const two = await index.search("法治", { filters: { region: ["650000", "350000"] } });
  assert.equal(two.reports, 3);
  const none = await index.search("法治", { filters: { year: 1999 } });
  assert.deepEqual([none.reports, none.total, none.exact], [0, 0, true]);
});

test("a phrase without hits: nothing, or its words and said so", options, async () => {
  const { index } = await open();
  const phrase = "法律顾问因公出国";
  const strict = await index.search(phrase);
  assert.deepEqual([strict.reports, strict.total, strict.exact, strict.relaxed, strict.hits], [0, 0, true, false, []]);
  const relaxed = await index.search(phrase, { relax: true });
  assert.equal(relaxed.relaxed, true);
  assert.ok(relaxed.reports > 0);
  const found = await index.search("法律顾问", { relax: true });
  assert.equal(found.relaxed, false);
});

test("hostile queries harm nothing", options, async () => {
  const { index } = await open();
  for (const query of ["", " ", "<script>alert(1)</script>", ".*", "\\", "\ud83d", "👍", "法".repeat(10000), "的 ".repeat(5000), "__proto__", "constructor", "\0"]) {
    const found = await index.search(query, { relax: true, facets: true });
    assert.equal(found.query, query);
    assert.ok(Number.isInteger(found.total));
  }
  assert.deepEqual((await index.search("")).groups, []);
  assert.match((await index.search("法".repeat(10000))).note, /200/);
});

test("errors have a code and a Chinese message", options, async () => {
  const fails = (promise, code) => assert.rejects(promise, (error) => error instanceof SearchError && error.code === code && /[\u4e00-\u9fff]/.test(error.message));
  const answer = (pattern, make) => (name) => (pattern.test(name) ? make() : undefined);
  await fails(open(answer(/manifest/, () => new TypeError("failed to fetch"))), "offline");
  await fails(open(answer(/manifest/, () => new Response("", { status: 404 }))), "missing-chunk");
  await fails(open(answer(/manifest/, () => new Response("<!doctype html>"))), "bad-manifest");
  await fails(open(answer(/manifest/, () => new Response('{"format":99}'))), "bad-manifest");
  for (const pattern of [/head\.bin/, /lists/, /texts/, /dictionary/]) {
    const offline = await open(answer(pattern, () => new TypeError("failed to fetch")));
    await fails(offline.index.search("鄂木斯克"), "offline");
    const gone = await open(answer(pattern, () => new Response("", { status: 404 })));
    await fails(gone.index.search("鄂木斯克"), "missing-chunk");
    const damaged = await open(answer(pattern, () => new Response(new Uint8Array([255, 255, 255, 1, 2, 3]))));
    await fails(damaged.index.search("鄂木斯克"), "missing-chunk");
  }
});

test("after an error the same index works again", options, async () => {
  let isDown = true;
  const { index } = await open((name) => (isDown && name !== "manifest.json" ? new TypeError("failed to fetch") : undefined));
  await assert.rejects(index.search("鄂木斯克"));
  isDown = false;
  assert.equal((await index.search("鄂木斯克")).reports, 1);
});

test("a new version of the site under an open page", options, async () => {
  const { fetch } = files();
  const old = JSON.parse(await (await fetch(new URL("manifest.json", FOLDER).href)).text());
  for (const segment of old.segments) segment.name = "s-taken-away";
  let isOld = true;
  const { index } = await open((name) => (isOld && name === "manifest.json" ? new Response(JSON.stringify(old)) : undefined));
  isOld = false;
  assert.equal((await index.search("鄂木斯克")).reports, 1);
});

test("a search can be called off", options, async () => {
  const { index } = await open();
  await assert.rejects(index.search("法治", { signal: AbortSignal.abort() }), { name: "AbortError" });
  const controller = new AbortController();
  const running = index.search("法治政府建设", { signal: controller.signal });
  controller.abort();
  await assert.rejects(running, { name: "AbortError" });
  assert.ok((await index.search("法治政府建设")).reports > 0);
});

test("an address without a slash at its end", options, async () => {
  const index = await openIndex(FOLDER.href.replace(/\/$/, ""), { fetch: files().fetch });
  assert.equal(index.reports, 5);
});
