/* Compares pairs of reports as the browser does: a file of pairs in, their comparisons out. */

import { readFileSync } from "node:fs";

import { compareReports } from "../../generator/theme/assets/javascripts/compare/comparison.js";
import { percent, sectionLines, sectionName, shareRows } from "../../generator/theme/assets/javascripts/compare/lines.js";

const told = JSON.parse(readFileSync(process.argv[2], "utf-8")).map(({ old, later }) => {
  const { sections, extent, isCut } = compareReports(old, later);
  return {
    isCut,
    extent,
    rows: shareRows(extent, "甲", "乙").map(({ name, old: before, oldShare, new: after, newShare }) => [name, before, oldShare, after, newShare]),
    sections: sections.map((section, place) => ({
      name: sectionName(section.new ?? section.old, place + 1),
      places: [section.old?.anchor ?? null, section.new?.anchor ?? null],
      share: percent(section.extent.same + section.extent.moved, section.extent.same + section.extent.moved + section.extent.new),
      changes: section.changes.map(({ change, old: before, new: after, pieces, elsewhere }) => [
        change, before?.text ?? null, before?.anchor ?? null, after?.text ?? null, after?.anchor ?? null,
        pieces.map(({ kind, text }) => [kind, text]), elsewhere,
      ]),
      lines: sectionLines(section).map((line) => [line.change, line.sign, line.word, line.sentences.length, line.isFolded, line.characters, line.opening, line.elsewhere]),
    })),
  };
});
process.stdout.write(JSON.stringify(told));
