/*
 * Answers Material's search dialog from our index. The dialog makes this a classic worker and speaks by messages: it
 * sends SETUP and QUERY, and waits for READY and RESULT. What it gets as title and text it takes for HTML, so all of it
 * is escaped here. Nothing is loaded before the first query.
 */
(function () {
  "use strict";
  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var PAUSE = 90; // milliseconds in which another key may follow
  var SLOW = 500; // milliseconds after which the reader is told that it goes on
  var REPORTS = 8; // the dialog draws ten entries at once; the last one leads to the search page
  var PASSAGES = 3; // of a report that are shown; the others unfold
  var FOLDED = 7;
  var SCORE_FOUND = 2, SCORE_FRAME = 1, SCORE_FOLDED = 0; // Enter takes the first entry with the highest score
  var site = new URL("../../", self.location.href).href;
  var searchPage = new URLSearchParams(self.location.search).get("page") || "";
  var latest = 0, waiting = 0, running = null, loaded = null;

  function load() {
    if (loaded) return loaded;
    loaded = import("./search-dialog.js");
    loaded.catch(function () { loaded = null; });
    // Asked for beside it and not after it; whether it came is found out when it is used.
    import(site + "search/gongkai-search.js").catch(function () {});
    return loaded;
  }

  function escaped(text) {
    return String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }

  function html(pieces) {
    return pieces.map(function (piece) {
      return piece.marked ? "<mark>" + escaped(piece.text) + "</mark>" : escaped(piece.text);
    }).join("");
  }

  function entry(location, title, text, score) {
    return { location: location, title: title, text: text, score: score, terms: {} };
  }

  // Entries without a report behind them; the status of the dialog takes its words from the hidden part.
  function frame(query, status, title, text) {
    var address = searchPage ? site + searchPage + "?q=" + encodeURIComponent(query.replace(/\p{Surrogate}/gu, "\ufffd")) : site;
    var hidden = '<span class="gk-search-told" hidden>' + escaped(status) + "</span>";
    return [entry(address, hidden + '<span class="gk-search-all">' + escaped(title) + "</span>", escaped(text || ""), SCORE_FRAME)];
  }

  function answer(items) {
    self.postMessage({ type: RESULT, data: { items: items } });
  }

  function reportEntries(group, tools) {
    var words = tools.wordsFound(group.passages);
    function address(anchor) { return tools.resultHref(site, group.uri, anchor, words); }
    var split = tools.splitTitle(group);
    var head = entry(address(""), html(split.title), "", split.inTitle ? SCORE_FOUND : SCORE_FRAME);
    var passages = split.passages.slice(0, PASSAGES + FOLDED);
    var notes = tools.reportNotes(group.report).map(escaped).join("　");
    head.title += '<small class="gk-search-notes">' + notes + "</small>";
    // The dialog takes the first entry without "#" for the head, and folds what scores less than the first entry.
    return [head].concat(passages.map(function (each, index) {
      var shown = tools.excerpt(each.text, each.ranges, 90);
      return entry(address(each.anchor), escaped(tools.placeAbove(each, shown)), html(shown),
        index < PASSAGES ? SCORE_FOUND : SCORE_FOLDED);
    }));
  }

  function found(query, result, tools) {
    if (!result.reports) return [];
    var told = tools.foundText(result);
    var relaxed = result.relaxed ? "没有找到连写的" + tools.quoted(query) + "；拆成几个词，" : "";
    var items = result.groups.map(function (group) { return reportEntries(group, tools); });
    var all = "查看全部" + (result.exact ? " " : "约 ") + tools.number(result.total) + " 段结果";
    return items.concat([frame(query, relaxed + told, all, searchPage ? "按地区、机关、年度、主题筛选" : "")]);
  }

  function failure(query, error, tools) {
    var trouble = tools ? tools.trouble(error && error.code) : { title: "搜索没有完成", advice: "请刷新页面，或者换一个较新的浏览器。" };
    return [frame(query, trouble.title + "。" + trouble.advice, trouble.title, trouble.advice)];
  }

  function search(query, turn) {
    var tools = null, slow = 0;
    running = new AbortController();
    var signal = running.signal;
    slow = setTimeout(function () {
      if (turn === latest) answer([frame(query, "正在查找……", "正在查找……", "")]);
    }, SLOW);
    load().then(function (ready) {
      tools = ready;
      return tools.openSearch(site);
    }).then(function (index) {
      return index.search(query, { limit: REPORTS, offset: 0, relax: true, signal: signal });
    }).then(function (result) {
      return found(query, result, tools);
    }).catch(function (error) {
      return failure(query, error, tools);
    }).then(function (items) {
      clearTimeout(slow);
      if (turn === latest) answer(items);
    });
  }

  self.addEventListener("message", function (event) {
    var message = event.data;
    if (message.type === SETUP) self.postMessage({ type: READY });
    if (message.type !== QUERY) return;
    var query = String(message.data).trim(), turn = ++latest;
    clearTimeout(waiting);
    if (running) running.abort();
    running = null;
    if (!query) answer([]);
    else waiting = setTimeout(function () { search(query, turn); }, PAUSE);
  });
})();
