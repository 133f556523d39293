/**
 * Filters by region, agency, year, document type, theme and role, and how many reports each would leave. A file of its own:
 * a search without them does not load it.
 */

/**
 * @typedef {import("./candidates.js").Candidate} Candidate
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {"region" | "agency" | "year" | "type" | "theme" | "role"} FacetName
 * @typedef {Partial<Record<FacetName, (string | number)[] | string | number>>} Filters values of one facet: any of them
 * @typedef {{value: string, label: string, count: number, parent?: string}} FacetValue
 * @typedef {Record<FacetName, FacetValue[]>} Facets
 * @typedef {import("./segment.js").Columns} Columns
 */

/** @type {FacetName[]} */
const FACETS = ["region", "agency", "year", "type", "theme", "role"];

/**
 * @param {Filters} filters
 * @returns {Map<FacetName, Set<string>>} facets that are filtered by
 */
function wantedValues(filters) {
  /** @type {Map<FacetName, Set<string>>} */
  const wanted = new Map();
  for (const name of FACETS) {
    const given = filters[name];
    const values = (Array.isArray(given) ? given : [given]).flatMap((value) =>
      value === undefined || value === "" ? [] : [String(value)],
    );
    if (values.length) wanted.set(name, new Set(values));
  }
  return wanted;
}

/** @param {string} code of a region, six digits; @returns what codes of places within it begin with */
const prefixOf = (/** @type {string} */ code) => code.replace(/(00)+$/, "");

/**
 * Judges candidates by filters and counts them by facet.  The counts of a facet are those without its own filter: they
 * say what choosing another of its values would give.
 */
export class Sieve {
  /**
   * @param {Filters} filters
   * @param {Map<Segment, Columns>} columns
   * @param {{themes: [string, string][], roles: [string, string][]}} names
   */
  constructor(filters, columns, names) {
    this.wanted = wantedValues(filters);
    this.columns = columns;
    this.names = { theme: new Map(names.themes), role: new Map(names.roles) };
    /** @type {Map<FacetName, Map<string, FacetValue>>} */
    this.counts = new Map(FACETS.map((name) => [name, new Map()]));
  }

  /**
   * @param {Candidate} candidate
   * @returns {number} its passages that all filters let pass; 0 where they do not let it pass
   */
  take(candidate) {
    const columns = /** @type {Columns} */ (this.columns.get(candidate.segment));
    /** @type {Map<FacetName, FacetValue[]>} */
    const values = new Map();
    const agency = columns.agencies[columns.agency[candidate.report]];
    const type = columns.types[columns.type[candidate.report]];
    const year = columns.year[candidate.report];
    values.set("region", regionsOf(agency[2], agency[3]));
    values.set("agency", agency[0] ? [valueOf(agency[0], agency[1] || agency[0])] : []);
    values.set("year", year ? [valueOf(String(year), `${year}年`)] : []);
    values.set("type", type[0] ? [valueOf(type[0], type[1] || type[0])] : []);
    const failed = FACETS.slice(0, 4).filter((name) => !this.lets(name, values.get(name) ?? []));
    const labels = this.labelsOf(candidate, columns);
    for (const [index, name] of /** @type {["theme", "role"]} */ (["theme", "role"]).entries()) {
      // The passages that the other filter lets pass are those whose themes (or roles) count.
      const other = index === 0 ? "role" : "theme";
      const ids = new Set(labels.filter((one) => this.letsLabel(other, one[1 - index])).flatMap((one) => one[index]));
      values.set(name, Array.from(ids, (id) => valueOf(id, this.names[name].get(id) ?? id)));
    }
    const passes = labels.some((one) => this.letsLabel("theme", one[0]) && this.letsLabel("role", one[1]));
    if (!passes) {
      if (labels.some((one) => this.letsLabel("theme", one[0]))) failed.push("role");
      else if (labels.some((one) => this.letsLabel("role", one[1]))) failed.push("theme");
      else failed.push("theme", "role");
    }
    for (const name of FACETS) {
      if (failed.every((one) => one === name)) this.count(name, values.get(name) ?? []);
    }
    if (failed.length) return 0;
    const { passages, segment } = candidate;
    return passages ? passages.filter((passage) => this.wantsPassage(segment, passage)).length : candidate.count;
  }

  /**
   * @param {Segment} segment
   * @param {number} passage
   */
  wantsPassage(segment, passage) {
    const columns = this.columns.get(segment);
    if (!columns) return true;
    const [themes, roles] = columns.labels[columns.passages[passage]];
    return this.letsLabel("theme", themes) && this.letsLabel("role", roles);
  }

  /** @returns {Facets} each facet's values, most reports first; years newest first */
  facets() {
    const listed = FACETS.map((name) => {
      const values = Array.from(/** @type {Map<string, FacetValue>} */ (this.counts.get(name)).values());
      values.sort((one, other) =>
        name === "year"
          ? Number(other.value) - Number(one.value)
          : other.count - one.count || (one.value < other.value ? -1 : 1),
      );
      return /** @type {[FacetName, FacetValue[]]} */ ([name, values]);
    });
    return /** @type {Facets} */ (Object.fromEntries(listed));
  }

  /**
   * @param {FacetName} name
   * @param {FacetValue[]} values of a report
   */
  lets(name, values) {
    const wanted = this.wanted.get(name);
    if (!wanted) return true;
    if (name !== "region") return values.some((one) => wanted.has(one.value));
    const code = values[values.length - 1]?.value ?? "";
    return code !== "" && Array.from(wanted).some((one) => code.startsWith(prefixOf(one)));
  }

  /**
   * @param {"theme" | "role"} name
   * @param {string[]} ids of a passage
   */
  letsLabel(name, ids) {
    const wanted = this.wanted.get(name);
    return !wanted || ids.some((id) => wanted.has(id));
  }

  /**
   * @param {Candidate} candidate
   * @param {Columns} columns
   * @returns {[string[], string[]][]} themes and roles of each passage that may be a hit
   */
  labelsOf(candidate, columns) {
    const { leaves, passages, segment } = candidate;
    const numbers = new Set();
    if (passages) for (const passage of passages) numbers.add(columns.passages[passage]);
    else {
      for (const leaf of leaves) {
        const [start, end] = segment.passagesOf(leaf);
        for (let passage = start; passage < end; passage += 1) numbers.add(columns.passages[passage]);
      }
    }
    return Array.from(numbers, (number) => columns.labels[number]);
  }

  /**
   * @param {FacetName} name
   * @param {FacetValue[]} values
   */
  count(name, values) {
    const counts = /** @type {Map<string, FacetValue>} */ (this.counts.get(name));
    for (const value of values) {
      const known = counts.get(value.value);
      if (known) known.count += 1;
      else counts.set(value.value, { ...value, count: 1 });
    }
  }
}

/**
 * @param {string} value
 * @param {string} label
 * @returns {FacetValue}
 */
const valueOf = (value, label) => ({ value, label, count: 0 });

/**
 * A region and those that it lies in, the largest first.
 * @param {string} code
 * @param {string[]} names from the province down
 * @returns {FacetValue[]}
 */
function regionsOf(code, names) {
  if (!code) return [];
  const codes = Array.from(new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]));
  // Fewer names than levels: the layer between (市辖区, 省直辖县) has no name and is not shown.
  const shown = codes.length > names.length && codes.length > 2 ? [codes[0], codes[codes.length - 1]] : codes;
  return shown.map((one, index) => ({
    value: one,
    label: names[Math.min(index, names.length - 1)] ?? one,
    count: 0,
    ...(index ? { parent: shown[index - 1] } : {}),
  }));
}
