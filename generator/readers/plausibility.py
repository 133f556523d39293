"""Does a decoded text look like Chinese?  Evidence for the choice of an encoding."""

from __future__ import annotations

from dataclasses import dataclass

# The characters that official Chinese uses most (simplified, and the traditional forms where they differ); in real
# reports they make up 30 % and more of all Chinese characters, in mojibake 0-6 %.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
    "表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象"
    "员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取"
    "据处府市县局办务法律依规执监督信息服工责落推深抓障保持坚习近平思想新时精神群众安全宣传教育培训领导干部报告年度委省镇乡街道通知"
    "這個們來對後說會學實體點國當機開關經為與過還進問題導務無發設報從產動現樣種應該書電話"
)
_MIN_SHARE = 0.15
_MIN_CHINESE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Plausibility:
    """Counts of one text: ``chinese`` of ``characters`` non-blank ones; ``share`` of the common ones among them."""

    characters: int
    chinese: int
    share: float

    @property
    def plausible(self) -> bool:
        """True where there is enough Chinese to judge and it reads like Chinese."""
        return self.chinese >= _MIN_CHINESE and self.share >= _MIN_SHARE

    @property
    def garbled(self) -> bool:
        """True where there is enough Chinese to judge and it does not read like Chinese."""
        return self.chinese >= _MIN_CHINESE and self.share < _MIN_SHARE


def is_chinese(character: str) -> bool:
    """True for a Han ideograph (basic block, extensions, compatibility)."""
    code = ord(character)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x323AF or 0xF900 <= code <= 0xFAFF
    )


def measure_plausibility(text: str, sample: int = 20_000) -> Plausibility:
    """Measure the first ``sample`` characters of a text."""
    head = text[:sample]
    characters = sum(1 for character in head if not character.isspace())
    chinese = [character for character in head if is_chinese(character)]
    common = sum(1 for character in chinese if character in _COMMON)
    return Plausibility(characters=characters, chinese=len(chinese), share=common / len(chinese) if chinese else 0.0)
