/*
 * Material's search finds pages that hold any of the words of a query. Readers of Chinese search for a phrase: this
 * puts the sections that hold it as written first, and adds those that the segmentation into words has missed.
 * It stands between the page and the search worker, before Material's bundle starts.
 */
(function () {
  "use strict";
  var SETUP = 0, QUERY = 2, RESULT = 3, MOST_ADDED = 50, SHOWN = 60, SECTIONS_OPEN = 3;
  var Original = window.Worker;
  if (!Original) return;

  function plain(text) {
    return text.replace(/<[^>]*>|[\s\u200b]+/g, "");
  }

  function entities(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  function marked(text, phrase) {
    var at = text.indexOf(phrase);
    if (at < 0) return text.slice(0, SHOWN * 2);
    var start = Math.max(0, at - SHOWN), end = at + phrase.length;
    // An entity must not be cut in two.
    var before = text.slice(start, at).replace(/^[^&\s]{0,8};/, ""), after = text.slice(end, end + SHOWN).replace(/&[^;]*$/, "");
    return (start ? "…" : "") + before + "<mark>" + phrase + "</mark>" + after + "…";
  }

  function pageOf(location) {
    return location.split("#")[0];
  }

  function rank(items, documents, phrase) {
    var holders = documents.filter(function (each) {
      return each.plain.indexOf(phrase) >= 0;
    });
    if (!holders.length) return;
    var pages = {}, order = [], found = {};
    found[phrase] = true;
    holders.forEach(function (each) {
      var page = pageOf(each.location);
      if (!pages[page]) order.push(page);
      (pages[page] = pages[page] || []).push(each);
    });
    var known = {};
    items.forEach(function (group) {
      if (group.length) known[pageOf(group[0].location)] = group;
    });
    var first = order.filter(function (page) { return known[page]; });
    first.sort(function (one, other) { return items.indexOf(known[one]) - items.indexOf(known[other]); });
    var added = order.filter(function (page) { return !known[page]; }).slice(0, MOST_ADDED);
    var groups = first.concat(added).map(function (page) {
      var head = documents.filter(function (each) { return each.location === page; })[0] || pages[page][0];
      var sections = pages[page].filter(function (each) { return each !== head; });
      // Material shows what has the first one's score, and folds the rest away.
      var open = head.plain.indexOf(phrase) >= 0 ? 0 : SECTIONS_OPEN;
      return [head].concat(sections).map(function (each, index) {
        var score = index > open ? 1 : 2;
        return { location: each.location, title: each.title, text: marked(each.plain, phrase), score: score, terms: found };
      });
    });
    var rest = items.filter(function (group) { return group.length && !pages[pageOf(group[0].location)]; });
    items.splice.apply(items, [0, items.length].concat(groups, rest));
  }

  function PhraseFirst(url, options) {
    var worker = new Original(url, options);
    var documents = [], phrase = "", send = worker.postMessage;
    worker.postMessage = function (message) {
      if (message && message.type === SETUP) {
        documents = message.data.docs.map(function (each) {
          return { location: each.location, title: each.title.replace(/\u200b/g, ""), plain: plain(each.text) };
        });
      } else if (message && message.type === QUERY) {
        phrase = entities(plain(String(message.data).replace(/"/g, "")));
      }
      return send.apply(worker, arguments);
    };
    // The first listener: what it puts into the answer is what Material's own listener will read.
    worker.addEventListener("message", function (event) {
      var message = event.data;
      if (message && message.type === RESULT && phrase.length > 1) rank(message.data.items, documents, phrase);
    });
    return worker;
  }
  PhraseFirst.prototype = Original.prototype;
  window.Worker = PhraseFirst;
})();
