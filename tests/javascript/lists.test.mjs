import assert from "node:assert/strict";
import { test } from "node:test";

import { hashOf, intersect, readList, readTable, readVarint, seek } from "../../generator/theme/assets/javascripts/search/lists.js";

test("varints", () => {
  const cursor = { at: 0 };
  const bytes = Uint8Array.of(0, 127, 128, 1, 255, 255, 255, 255, 15);
  assert.deepEqual([0, 0, 0, 0].map(() => readVarint(bytes, cursor)), [0, 127, 128, 2 ** 32 - 1]);
  assert.throws(() => readVarint(bytes, cursor), RangeError);
});

test("a bitmap and a Rice code", () => {
  // shift 0, places 0 2 3: ones at these bits; behind five bits of shift
  assert.deepEqual(Array.from(readList(Uint8Array.of(0b10100000, 0b1), { count: 3, heads: 0, at: 0, size: 2 }, 0).places), [0, 2, 3]);
  // shift 3; gaps 9 and 20: highs 1 and 2 in unary (01 001), lows 1 and 4
  const bits = "11000" + "01" + "001" + "100" + "001";
  const code = Uint8Array.from([0, 8], (start) => parseInt(bits.padEnd(16, "0").slice(start, start + 8).split("").reverse().join(""), 2));
  assert.deepEqual(Array.from(readList(code, { count: 2, heads: 0, at: 0, size: 2 }, 0).places), [9, 30]);
});

test("bytes that end too soon are an error and no endless loop", () => {
  assert.throws(() => readList(Uint8Array.of(0), { count: 3, heads: 0, at: 0, size: 2 }, 0), RangeError);
  assert.throws(() => readList(Uint8Array.of(0, 0), { count: 3, heads: 0, at: 0, size: 2 }, 0), RangeError);
  assert.throws(() => readTable(Uint8Array.of(2, 1, 1), { at: 0 }), RangeError);
});

test("intersection is that of sets, headings where both have them", () => {
  let seed = 1;
  const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 200; round += 1) {
    const make = () => {
      const places = Array.from(new Set(Array.from({ length: random(60) }, () => random(90)))).sort((a, b) => a - b);
      return { places: Uint32Array.from(places), heads: Uint8Array.from(places, () => random(2)) };
    };
    const [one, other] = [make(), make()];
    const head = (list, place) => list.heads[list.places.indexOf(place)];
    const wanted = Array.from(one.places).filter((place) => other.places.includes(place));
    const found = intersect(one, other);
    assert.deepEqual(Array.from(found.places), wanted);
    assert.deepEqual(Array.from(found.heads), wanted.map((place) => head(one, place) & head(other, place)));
    for (let wish = 0; wish < 95; wish += 7) {
      const at = Array.from(one.places).findIndex((place) => place >= wish);
      assert.equal(seek(one.places, wish, 0), at < 0 ? one.places.length : at);
    }
  }
});

test("hash", () => {
  assert.equal(hashOf(1), 0x9e3779b1);
  assert.equal(hashOf(0xffffffff), (2 ** 32 - 0x9e3779b1) % 2 ** 32);
});
