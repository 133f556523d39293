/* What the search dialog's worker needs to ask the index and to tell what was found: all of it in one file, once published. */

import { resultHref } from "./search-page/address.js";
import { excerpt, wordsFound } from "./search-page/excerpt.js";
import { openSearch } from "./search-page/opening.js";
import { placeAbove } from "./search-page/place.js";
import { splitTitle } from "./search-page/title.js";
import { foundText, number, quoted, reportNotes, trouble } from "./search-page/wording.js";

export { excerpt, foundText, number, openSearch, placeAbove, quoted, reportNotes, resultHref, splitTitle, trouble, wordsFound };
