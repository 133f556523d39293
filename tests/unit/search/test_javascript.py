"""The reading side: its own tests on node's runner, its types, and that it agrees with the writing side."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import playwright
import pytest

from generator.search.leaves import leaves
from generator.search.model import SearchPassage, SearchReport
from generator.search.modules import write_search_modules
from generator.search.normalise import normalise
from generator.search.simplified import common_traditional, simplified_characters, simplified_table
from generator.search.write import write_index
from tests.unit.search.reports import ROOT, made_up, real_reports

TESTS = ROOT / "tests/javascript"
MODULES = ROOT / "generator/theme/assets/javascripts/search"
SECONDS = 240
TYPE_CHECK = {
    "compilerOptions": {
        "checkJs": True,
        "allowJs": True,
        "noEmit": True,
        "strict": True,
        "noUnusedLocals": True,
        "noUnusedParameters": True,
        "target": "es2022",
        "module": "es2022",
        "lib": ["es2022", "dom", "dom.iterable"],
        "types": [],
    },
    "include": [str(MODULES / "*.js")],
}


@pytest.fixture(scope="module")
def node() -> str:
    """Node 20 or newer: the one that playwright, which the page tests use, brings along."""
    return str(Path(playwright.__file__).parent / "driver" / "node")


@pytest.fixture(scope="module")
def own_reports() -> list[SearchReport]:
    return list(real_reports())


@pytest.fixture(scope="module")
def own_index(own_reports: list[SearchReport], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("index")
    write_index(own_reports, folder)
    return folder


@pytest.fixture
def answer(node: str, tmp_path: Path) -> Callable[..., Any]:
    def ask(job: dict[str, Any], index: Path | None = None, *, are_modules_there: bool = False) -> Any:
        path = tmp_path / "job.json"
        path.write_text(json.dumps(job), encoding="utf-8")
        done = subprocess.run(
            [node, TESTS / "answer.mjs", path],
            env={
                **os.environ,
                "GONGKAI_INDEX": str(index or ""),
                "GONGKAI_MODULES": str(index) if are_modules_there else "",
            },
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    return ask


def test_own_tests_of_the_modules(node: str, own_index: Path) -> None:
    done = subprocess.run(
        [node, "--test", "--test-reporter=tap", *sorted(TESTS.glob("*.test.mjs"))],
        env={**os.environ, "GONGKAI_INDEX": str(own_index)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "# skipped 0" in done.stdout
    assert "# pass 0" not in done.stdout


def test_types_of_the_modules(tmp_path: Path) -> None:
    """With TypeScript's compiler where the machine has one (Debian: node-typescript)."""
    compiler = shutil.which("tsc")
    if compiler is None:
        pytest.skip("没有 tsc，检索模块的类型没有检查")
    settings = tmp_path / "tsconfig.json"
    settings.write_text(json.dumps(TYPE_CHECK))
    done = subprocess.run([compiler, "-p", settings], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_both_sides_have_one_normal_form(answer: Callable[..., Any]) -> None:
    ideographs = [*range(0x3400, 0xD7A4, 7), *range(0x20000, 0x32400, 31), *map(ord, simplified_characters())]
    others = [
        code for code in range(sys.maxunicode + 1) if not 0x3400 <= code < 0xF900 and not 0x20000 <= code < 0xF0000
    ]
    singles = [
        chr(code) for code in (*ideographs, *others) if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    ]
    random = Random(4)
    odd = "e\u0301ﬁ㎡Ⅳ①Ａａ法治務 \u3000\u200b\ufeffß\u0130Σς𠮷🎉\u1100\u1161\u11a8ｶﾞ豈⾏㈱\u0345\u0323葛\U000e0100\ufe0f\u0000…“”"
    mixed = ["".join(random.choices([*odd, random.choice(singles)], k=random.randrange(1, 9))) for _ in range(4000)]
    texts = [*singles, *mixed]
    found = answer({"texts": texts, "fold": sorted(simplified_characters().items())})
    wrong = [
        (text, normalise(text), one["normal"])
        for text, one in zip(texts, found, strict=True)
        # What only one of the two knows to be a character is left out: no text is expected to hold it.
        if one["isKnown"] and (one["normal"] != normalise(text) or not one["isMapped"])
    ]
    assert wrong == []
    assert sum(one["isKnown"] for one in found) > len(texts) * 0.98


def test_table_of_traditional_characters_is_loaded_for_these_alone(answer: Callable[..., Any]) -> None:
    """No traditional character does without it, and what people write in simplified ones does."""
    table = simplified_characters()
    plain = "依法行政，推进法治政府建设2021年的工作。鄂木斯克 rule of law𠮶"
    told = answer(
        {
            "table": list(simplified_table()),
            "common": common_traditional(),
            "characters": "".join(table) + plain,
        }
    )
    assert dict(told["pairs"]) == table
    assert told["needed"] == [*table, "𠮶"]
    assert len(zlib.compress(simplified_table(), 9)) < 12_500


Entry = tuple[str, str, str, str]


def entries_of(reports: list[SearchReport]) -> dict[Entry, str]:
    """Report, anchor, field and text of everything that can be found, with the normal form of the text."""
    return {
        (report.report_id, entry.anchor, "" if entry.anchor else entry.label, entry.text): normalise(entry.text)
        for report in reports
        for leaf in leaves(report)
        for entry in leaf.entries
    }


def truth(entries: dict[Entry, str], phrase: str) -> set[Entry]:
    wanted = normalise(phrase)
    return {entry for entry, normal in entries.items() if wanted in normal}


def hits_of(found: dict[str, Any]) -> set[Entry]:
    return {(hit["report"], hit["anchor"], hit["field"], hit["text"]) for hit in found["hits"]}


def quoted(phrase: str) -> str:
    return f'"{phrase}"' if any(character.isspace() for character in phrase) else phrase


def test_2000_places_of_the_own_reports_are_found_and_500_absent_phrases_are_not(
    own_reports: list[SearchReport], own_index: Path, answer: Callable[..., Any]
) -> None:
    """Like grep: exactly the passages that hold the phrase, each with the place of the phrase in it."""
    random = Random(2022)
    entries = entries_of(own_reports)
    texts = [entry[3] for entry in entries if entry[1]]
    places = [(text, start) for text in texts for start in range(len(text))]
    phrases = []
    while len(phrases) < 2000:
        text, start = random.choice(places)
        phrase = text[start : start + random.randrange(2, 9)]
        if len("".join(phrase.split())) >= 2:
            phrases.append(phrase)
    letters = "".join(texts).replace(" ", "").replace('"', "")
    absent: list[str] = []
    while len(absent) < 500:
        phrase = "".join(random.choices(letters, k=random.randrange(2, 9)))
        if not truth(entries, phrase):
            absent.append(phrase)
    found = answer({"queries": [quoted(phrase) for phrase in phrases + absent]}, own_index)
    for phrase, one in zip(phrases, found, strict=False):
        wanted = truth(entries, phrase)
        assert hits_of(one) == wanted, phrase
        assert (one["total"], one["exact"], one["relaxed"]) == (len(wanted), True, False), phrase
        for hit in one["hits"]:
            for start, end in hit["ranges"]:
                # Offsets count UTF-16 units.
                piece = hit["text"].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
                assert normalise(phrase) in normalise(piece)
    assert [hits_of(one) for one in found[2000:]] == [set()] * 500
    assert all((one["total"], one["reports"], one["exact"]) == (0, 0, True) for one in found[2000:])


def test_many_reports_in_several_segments(answer: Callable[..., Any], tmp_path: Path) -> None:
    reports = [made_up(number) for number in range(600)]
    reports += [made_up(number, passages=900) for number in (700, 701)]  # of several leaves
    outcome = write_index(reports, tmp_path / "index")
    assert len(outcome.segments) >= 2
    entries = entries_of(reports)
    random = Random(3)
    texts = [entry[3] for entry in entries]
    phrases = ["法", "开展", "開展", "，的", "法，", "m2", "ruleoflaw", "市第3局", "2021年", "699号", "不在其中"]
    for _ in range(60):
        text = random.choice(texts)
        start = random.randrange(len(text))
        phrase = "".join(text[start : start + random.randrange(1, 10)].split())
        phrases += [phrase] if phrase else []
    # With the modules as they are published.
    (tmp_path / "index/package.json").write_text('{"type": "module"}')
    assert "gongkai-search.js" in write_search_modules(tmp_path / "index")
    found = answer({"queries": phrases}, tmp_path / "index", are_modules_there=True)
    for phrase, one in zip(phrases, found, strict=True):
        wanted = truth(entries, phrase)
        assert hits_of(one) == wanted, phrase
        assert (one["total"], one["exact"]) == (len(wanted), True), phrase
    # A first page reads no more texts than it shows and a few more; its counts say when they are estimates.
    for phrase, one in zip(
        phrases, answer({"queries": phrases, "options": {"limit": 10}}, tmp_path / "index"), strict=True
    ):
        reports_with = len({entry[0] for entry in truth(entries, phrase)})
        assert len({hit["report"] for hit in one["hits"]}) == min(10, reports_with)
        if one["exact"]:
            assert one["reports"] == reports_with, phrase
        else:
            assert one["total"] >= one["reports"]
            assert reports_with * 0.5 <= one["reports"] <= reports_with * 2 + 5, phrase


def test_an_estimate_knows_that_what_stands_in_headings_is_more_often_a_hit(
    answer: Callable[..., Any], tmp_path: Path
) -> None:
    """Every title holds the phrase, and every report a passage with its pairs alone."""
    scattered = (SearchPassage(anchor="p-1", label="", text="法治，治年，年报。"),)
    reports = [replace(made_up(number), title=f"第{number}局法治年报", passages=scattered) for number in range(80)]
    write_index(reports, tmp_path / "index")
    (one,) = answer({"queries": ["法治年报"], "options": {"limit": 10}}, tmp_path / "index")
    assert not one["exact"]
    assert one["reports"] == 80


def test_a_year_reads_no_report_that_holds_its_digits_elsewhere(answer: Callable[..., Any], tmp_path: Path) -> None:
    texts = {True: "于2020年印发。", False: "于2021年、2012年印发2002份。"}
    reports = [
        replace(
            made_up(number), year=None, passages=(SearchPassage(anchor="p-1", label="", text=texts[number % 20 == 0]),)
        )
        for number in range(200)
    ]
    write_index(reports, tmp_path / "index")
    year, phrase = answer({"queries": ["2020", "于2020年"], "options": {"limit": 10}}, tmp_path / "index")
    for one in (year, phrase):
        assert (one["reports"], one["total"], one["exact"]) == (10, 10, True)
        assert one["asked"] < 30


def truth_of_all(entries: dict[Entry, str], words: list[str]) -> set[Entry]:
    """Of reports that hold every word: the passages with all words, or, where there are none, those with any."""
    found = [truth(entries, word) for word in words]
    wanted: set[Entry] = set()
    for report in set.intersection(*({entry[0] for entry in one} for one in found)):
        own = [{entry for entry in one if entry[0] == report} for one in found]
        wanted |= set.intersection(*own) or set.union(*own)
    return wanted


def test_several_words_mean_all_of_them(answer: Callable[..., Any], tmp_path: Path) -> None:
    reports = [made_up(number) for number in range(200)]
    write_index(reports, tmp_path / "index")
    entries = entries_of(reports)
    texts = [entry[3] for entry in entries]
    random = Random(11)
    queries = [
        ["法律顾问", "㎡"],
        ["的", "和"],
        ["行政执法的", "和政务公开"],
        ["rule of law", "第17号"],
        ["法治政府", "不在其中"],
    ]
    while len(queries) < 50:
        # Long words, each of which seldom stands where its pairs do.
        words = []
        for _ in range(random.randrange(2, 4)):
            text = random.choice(texts)
            start = random.randrange(len(text))
            words.append("".join(text[start : start + random.randrange(1, 7)].split()))
        if all(words) and len({normalise(word) for word in words}) == len(words):
            queries.append(words)
    found = answer({"queries": [" ".join(map(quoted, words)) for words in queries]}, tmp_path / "index")
    for words, one in zip(queries, found, strict=True):
        wanted = truth_of_all(entries, words)
        assert hits_of(one) == wanted, words
        assert (one["total"], one["reports"], one["exact"]) == (len(wanted), len({hit[0] for hit in wanted}), True), (
            words
        )
