"""Links between units: two-way, capped, ranked, bounded."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.catalog import UnitRecord
from generator.pages.links import find_links
from tests.unit.pages import factory

WORDS = ["主动公开", "依申请公开", "政府信息", "公开指南", "法律顾问", "合同审查", "预决算", "微信公众号"]
THEMES = tuple(
    replace(theme, indicators=tuple((word, 1.0 if word == "微信公众号" else 3.0) for word in WORDS))
    for theme in factory.THEMES[:2]
)


def record(number: int, units: list[tuple[str, list[str]]]):
    report_id = f"agency-{number}/2021-report"
    made = tuple(
        UnitRecord(
            report_id=report_id,
            label=f"{place}",
            anchor=f"s-{place}",
            heading="",
            excerpt="",
            themes=(theme,),
            words=((theme, tuple(words)),),
            terms=tuple((word, round(1 / len(words) ** 0.5, 6)) for word in words),
        )
        for place, (theme, words) in enumerate(units, start=1)
    )
    return replace(factory.record(report_id), units=made)


@st.composite
def collections(draw: st.DrawFn):
    unit = st.tuples(
        st.sampled_from(["open-government", "legal-counsel"]),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True),
    )
    return [record(number, draw(st.lists(unit, max_size=5))) for number in range(draw(st.integers(0, 9)))]


@settings(max_examples=200, deadline=None)
@given(collections())
def test_links_go_both_ways_and_keep_their_caps(records) -> None:
    links = list(find_links(records, THEMES))
    made = {(one.from_report, one.from_anchor, one.to_report, one.to_anchor, one.theme_id): one for one in links}
    assert len(made) == len(links)
    for (report, anchor, other, place, theme), link in made.items():
        back = made[other, place, report, anchor, theme]
        assert (back.score, back.words) == (link.score, link.words)
        assert report != other
        assert link.words
    a_unit = Counter((one.from_report, one.from_anchor, one.theme_id) for one in links)
    into = Counter((one.from_report, one.from_anchor, one.theme_id, one.to_report) for one in links)
    assert max(a_unit.values(), default=0) <= 6
    assert max(into.values(), default=0) <= 2
    assert links == list(find_links(records, THEMES))


def test_the_likest_passage_comes_first_and_nothing_alike_is_not_linked() -> None:
    one = record(1, [("open-government", ["主动公开", "依申请公开", "公开指南"])])
    near = record(2, [("open-government", ["主动公开", "依申请公开", "政府信息"])])
    far = record(3, [("open-government", ["主动公开", "微信公众号", "预决算"])])
    weak = record(5, [("open-government", ["微信公众号"]), ("open-government", ["微信公众号"])])
    none = record(4, [("open-government", ["法律顾问"])])
    found = [
        link for link in find_links([one, near, far, none, weak], THEMES) if link.from_report == "agency-1/2021-report"
    ]
    assert [link.to_report for link in found] == ["agency-2/2021-report", "agency-3/2021-report"]
    assert found[0].words == ("依申请公开", "主动公开")
    assert found[0].score > found[1].score


def test_weak_words_alone_make_no_link_and_a_word_inside_a_longer_one_is_shared() -> None:
    weak = [record(number, [("open-government", ["微信公众号"])]) for number in (1, 2)]
    assert list(find_links(weak, THEMES)) == []
    longer = record(3, [("open-government", ["政府信息", "公开指南"])])
    shorter = record(4, [("open-government", ["公开指南"])])
    assert {link.words for link in find_links([longer, shorter], THEMES)} == {("公开指南",)}
