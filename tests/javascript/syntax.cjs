// node --expose-internals syntax.cjs JOB.json: whether scripts mean the same, for tests in Python; by the parser in node.

const { readFileSync } = require("node:fs");
const { parse } = require("internal/deps/acorn/acorn/dist/acorn");

/** The tree without places in the text; an error as its message. */
function tree(source) {
  try {
    const options = { ecmaVersion: "latest", sourceType: "module" };
    const drop = (name, value) => (name === "start" || name === "end" ? undefined : typeof value === "bigint" ? String(value) : value);
    return JSON.stringify(parse(source, options), drop);
  } catch (error) {
    return `not read: ${error.message}`;
  }
}

const answer = JSON.parse(readFileSync(process.argv[2], "utf8")).map(([one, other]) => {
  const [first, second] = [tree(one), tree(other)];
  return first.startsWith("not read") || second.startsWith("not read") ? `${first} | ${second}`.slice(0, 300) : first === second ? "same" : "different";
});
process.stdout.write(JSON.stringify(answer));
