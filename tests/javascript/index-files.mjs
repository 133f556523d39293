// Reads an index from the disk as a web server would give it, and notes what was asked for.

import { readFile } from "node:fs/promises";

// GONGKAI_MODULES: the modules as they are published.
const MODULES = process.env.GONGKAI_MODULES
  ? `file://${process.env.GONGKAI_MODULES}/`
  : new URL("../../generator/theme/assets/javascripts/search/", import.meta.url).href;

export const { openIndex, SearchError } = await import(new URL("gongkai-search.js", MODULES).href);
export const FOLDER = process.env.GONGKAI_INDEX ? new URL(`file://${process.env.GONGKAI_INDEX}/`) : undefined;

/**
 * @param {(name: string) => Response | Error | undefined} [instead] another answer for some files
 */
export function files(instead = () => undefined) {
  const asked = [];
  const fetch = async (address) => {
    const name = address.slice(FOLDER.href.length);
    asked.push(name);
    const other = instead(name);
    if (other instanceof Error) throw other;
    if (other) return other;
    try {
      return new Response(await readFile(new URL(address)));
    } catch (error) {
      if (error.code === "ENOENT") return new Response("", { status: 404 });
      throw error;
    }
  };
  return { asked, fetch };
}

export async function open(instead) {
  const { asked, fetch } = files(instead);
  return { asked, index: await openIndex(FOLDER, { fetch, texts: 20000 }) };
}
