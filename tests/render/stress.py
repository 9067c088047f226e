"""Pages that no newsroom would make: every status and answer, many sides, endless words, foreign quotes, right to left."""

# ruff: noqa: E501 - a record on one line reads better than on five
# fmt: off

from __future__ import annotations

from typing import get_args

from parley.model.page import Link, Page, Prose
from parley.model.proposal import AnswerWord, StatusWord
from parley.pages import card_parts as c
from parley.pages import parts as p
from parley.pages import story_parts as s
from parley.pages import views as v
from tests.render.example_pages import brief_page
from tests.render.example_pictures import LONG, stress_lanes, stress_timeline
from tests.render.examples import badge, cites, frame, line, link, when, who

ADDRESS = "https://briefs.example/" + "very/long/" * 12
ARABIC = "نحن مستعدون لاستضافة الوفدين في أي وقت، ولا نضع شروطا مسبقة على أحد."
LABELS = dict(zip(get_args(AnswerWord), ("Accepts", "Accepts, if …", "Rejects", "Rejects, unless …", "Supports", "Opposes", "No decision yet", "Silent", "No answer"), strict=True))
STATES = {"coming": "To come", "overdue": "Overdue", "done": "Done", "partly": "Held in part", "not-done": "Not done", "postponed": "Postponed", "cancelled": "Cancelled"}


def copied(noun: v.BriefView, **changes: object) -> v.BriefView:
    return v.BriefView(**({name: getattr(noun, name) for name in noun.__struct_fields__} | changes))


def stress_page(slug: str = "stress", lang: str = "en", direction: str = "ltr") -> Page:
    """A brief with every status, every answer and six sides, whose names and titles do not end."""
    root, path = "../../", f"briefs/{slug}/index.html"
    title = f"{LONG} and its counterpart" if direction == "ltr" else "هل يلتقي الطرفان في إسطنبول قبل نهاية الشهر؟"
    actors = tuple(Link(text=text, href=f"{root}actors/russia/", kind="actor") for text in (LONG, "دولة الإمارات العربية المتحدة", "Saint Vincent and the Grenadines", "Åland", "Україна", "中華人民共和國"))
    stated = tuple(
        c.ProposalCard(anchor=f"put-{status}", link=link(root, "proposal", "truce", f"A proposal that is {status}: {LONG if at == 1 else 'in short'}"), kind="Demand", badge=p.Badge(status=status, label=status.capitalize()),
                       reason=("Because ", actors[at % 6], " said so on 11 May 2025."), by=actors[:2], to=actors[2:], date=when("11 May 2025"), terms=(line(LONG), line("`code_without_end_" + "x" * 60 + "`")), waiting_for=actors[:2] if status == "open" else ())
        for at, status in enumerate(get_args(StatusWord))
    )
    answered = tuple(
        c.AnswerCard(anchor=f"said-{word}", word=word, label=label, who=(actors[at % 6], " for ", actors[0]), of=link(root, "proposal", "ceasefire"), of_status=badge("ceasefire"), date=when("11 May 2025"), basis="reported by others",
                     quote=p.Quote(text=ARABIC, lang="ar") if at % 2 else p.Quote(text="„Wir reden erst, wenn die Waffen schweigen.“ " + LONG, lang="de"), cites=cites(root, "upi", "kremlin", "independent"), note=line(ARABIC, lang="ar"))
        for at, (word, label) in enumerate(LABELS.items())
    )
    rows = tuple(
        p.TableRow(proposal=card.link, badge=card.badge, cells=tuple(p.Cell(side=side.text, word=word, label=LABELS[word], href="#said-rejects", mark="reported" if at % 2 else "") for side, word in zip(actors, (list(LABELS) * 3)[at:], strict=False)))
        for at, card in enumerate(stated)
    )
    made = tuple(c.StepCard(anchor=f"step-{state}", link=Link(text=label, href=f"#step-{state}"), title=f"{label}: {LONG}", date=when("15 May 2025"), certainty="Confirmed", state=state, state_label=label, where=LONG) for state, label in STATES.items())
    full = brief_page().view
    assert isinstance(full, v.BriefView)
    drawn, axis = stress_timeline(full.timeline, mirrored=direction == "rtl")
    view = copied(
        full,
        lanes=stress_lanes(root, mirrored=direction == "rtl"),
        timeline=drawn,
        time_axis=axis,
        frame=frame(root, title, path, "brief", ARABIC, (Link(text="Briefs", href=root), link(root, "brief", "istanbul-talks")), lang=lang, dir=direction),
        summary=line(ARABIC if direction == "rtl" else LONG + " " + LONG),
        proposals=stated,
        rejections=answered,
        positions=p.PositionsTable(caption=LONG, sides=actors, rows=rows),
        steps=made,
        what=Prose(text=f"# One\n\n{LONG}\n\n## Two\n\n> {ARABIC}\n\n1. one\n2. two\n\n        code that runs on and on and on {LONG}\n\n<script>alert(1)</script> https://example.org/{'x' * 90}\n\n<https://example.org/{'x' * 90}>"),
        changes=(s.Change(date=p.When(words="between 8 and 10 May 2025, at about midday"), what=line(ARABIC, lang="ar"), items=who(root, "kyiv-visitors", "russia")),),
        sources=(*full.sources, s.SourceEntry(anchor="source-long", number=10, title=ARABIC, url=ADDRESS, lang="ar", credit=LONG, date=None, kind="official", accessed=None, archived=ADDRESS)),
    )
    return Page(path=path, template="pages/brief.html", view=view)


def pages() -> list[Page]:
    """All stress pages."""
    return [stress_page(), stress_page("rtl", "ar", "rtl")]
