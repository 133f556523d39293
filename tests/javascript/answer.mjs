// node answer.mjs JOB.json: answers searches or normalises texts, for tests in Python; writes JSON to standard output.

import { readFileSync } from "node:fs";

import { normalise, origins } from "../../generator/theme/assets/javascripts/search/normalise.js";
import { mayFold, readFold } from "../../generator/theme/assets/javascripts/search/simplified.js";
import { open } from "./index-files.mjs";

const job = JSON.parse(readFileSync(process.argv[2], "utf8"));
let answer;
if (job.texts) {
  const fold = new Map(job.fold);
  answer = job.texts.map((text) => {
    const normal = normalise(text, fold);
    const { starts, ends } = origins(text, fold);
    const isOrdered = starts.every((start, at) => start < ends[at] && ends[at] <= text.length && (!at || start >= starts[at - 1]));
    return { normal, isMapped: starts.length === normal.length && isOrdered, isKnown: !/\p{Cn}/u.test(text) };
  });
} else if (job.table) {
  const fold = readFold(Uint8Array.from(job.table));
  answer = { pairs: Array.from(fold), needed: Array.from(job.characters).filter((character) => mayFold(character, job.common)) };
} else {
  const { asked, index } = await open();
  answer = [];
  for (const query of job.queries) {
    const before = asked.length;
    const found = await index.search(query, { limit: Infinity, ...job.options });
    const hits = found.hits.map(({ report, anchor, field, text, ranges }) => ({ report: report.id, anchor, field, text, ranges }));
    answer.push({ total: found.total, reports: found.reports, exact: found.exact, relaxed: found.relaxed, hits, asked: asked.length - before });
  }
}
process.stdout.write(JSON.stringify(answer));
