"""The pages of everyone and everything that the example briefs name."""

# ruff: noqa: E501 - a record on one line reads better than on five
# fmt: off

from __future__ import annotations

from parley.model.page import Link, Page, Prose
from parley.pages import card_parts as c
from parley.pages import parts as p
from parley.pages import story_parts as s
from parley.pages import views as v
from parley.pages.away import EmbedAnswer, EmbedView
from tests.render.example_pictures import example_progress, example_timeline
from tests.render.examples import (
    ACTORS,
    PROPOSALS,
    answer,
    answers,
    badge,
    calendar,
    changed,
    cites,
    cut,
    embed,
    frame,
    line,
    link,
    proposals,
    steps,
    when,
    who,
)

NO_STAND = p.Stand(title="Where things stand", counts=(), rows=())

TURNS = (
    c.Turn(date=when("10 May 2025"), word="defers", label="No decision yet"),
    c.Turn(date=when("11 May 2025"), word="rejects", label="Rejects"),
)


def actor_pages() -> list[Page]:
    """A page for everyone: that of Russia is full, that of its president tells what he said for it, the others are bare."""
    made = []
    for key, name in ACTORS.items():
        root, path = "../../", f"actors/{key}/index.html"
        around = frame(root, name, path, "actor", f"Where {name} stands.", (Link(text="Actors", href=f"{root}actors/"),), indexed=key != "merz")
        fields = dict.fromkeys(v.ActorView.__struct_fields__, ()) | {"more": p.More()} | {
            "frame": around, "calendar": None, "kind": "State" if key in ("russia", "ukraine", "turkiye", "united-states") else "Person", "summary": Prose(), "stand": NO_STAND,
            "briefs": (s.WhoCard(link=link(root, "brief", "istanbul-talks"), role=(), line=line("Takes part.")),),
        }
        if key == "russia":
            fields |= _russia(root)
        if key == "putin":
            fields["said"] = (changed(answers(root)["putin-rejects"], current=True, brief=link(root, "brief", "istanbul-talks")),)
        made.append(Page(path=path, template="pages/actor.html", view=v.ActorView(**fields)))  # type: ignore[arg-type]
    return made


def _russia(root: str) -> dict[str, object]:
    told, put, brief = answers(root), proposals(root), link(root, "brief", "istanbul-talks")

    def position(key: str, latest: c.AnswerCard | None, **more: object) -> c.PositionCard:
        fields: dict[str, object] = {"anchor": f"on-{key}", "proposal": link(root, "proposal", key), "badge": badge(key), "word": "no-answer", "label": "No answer", "answer": latest}
        return c.PositionCard(**(fields | more))  # type: ignore[arg-type]

    def listed(key: str, words: str) -> s.ProposalLine:
        return s.ProposalLine(link=link(root, "proposal", key), badge=badge(key), words=(words,), reason=put[key].reason)

    ceasefire = position("ceasefire", changed(told["peskov-rejects"], brief=brief), word="rejects", label="Rejects",
                         earlier=tuple(told[name] for name in ("zakharova-rejects", "putin-rejects", "peskov-defers")),
                         changed=("Changed from no decision on 10 May to a rejection on 11 May 2025.",), turns=TURNS, note=("Two different answers were given on 11 May.",))
    rows = (
        p.Row(term="Proposed", words=((link(root, "proposal", "direct-talks"),), (link(root, "proposal", "truce"),))),
        p.Row(term="Answered", words=(("1 of the 2 proposals put to it",),)),
        p.Row(term="No answer on", words=((link(root, "proposal", "leaders-meeting"),),)),
        p.Row(term="Next", words=((link(root, "step", "exchange", "Exchange of prisoners"), ", in the coming days"),)),
    )
    return {
        "about": ("Members of its side: ", *who(root, "putin"), ", ", *who(root, "peskov"), ", ", *who(root, "zakharova")),
        "summary": line("A state in eastern Europe and northern Asia, at war with [Ukraine](../ukraine/) since 2014."),
        "stand": p.Stand(title="Where Russia stands now", counts=(), rows=rows, foot=("As of 16 May 2025",)),
        "positions": (position("leaders-meeting", None), ceasefire),
        "group_positions": (position("sanctions", None, anchor="", side=link(root, "actor", "kyiv-visitors"), note=("Answered as a member of a group.",)),),
        "more": cut("positions", "groups", "made", "received", "rejections_made", "rejections_received", "timeline", "steps", "speakers", "briefs"),
        "made": (listed("direct-talks", "to Ukraine, 11 May 2025"), listed("truce", "to Ukraine, 8–10 May 2025")),
        "received": (listed("ceasefire", "by the four leaders and Zelensky, 10 May 2025"), listed("leaders-meeting", "by Zelensky, 11 May 2025")),
        "rejections_made": (answers(root, anchored=False)["peskov-rejects"],),
        "rejections_received": (answer(root, "kyiv-truce", "rejects", "Rejects", "truce", "zelensky", "9 May 2025", sides=who(root, "ukraine"), why=line("A truce of three days is for the parade."), cites=cites(root, "newser")),),
        "timeline": example_timeline(root, brief)[0],
        "time_axis": example_timeline(root, brief)[1],
        "steps": steps(root, anchored=False)[1:],
        "calendar": calendar(root),
        "speakers": tuple(s.ActorLine(link=link(root, "actor", key), role=role, counts="1 brief") for key, role in (("putin", "President"), ("peskov", "Spokesman of the President"), ("zakharova", "Spokeswoman of the Foreign Ministry"))),
        "connected": tuple(s.ActorLine(link=link(root, "actor", key), role="", counts=told) for key, told in (("ukraine", "4 proposals"), ("turkiye", "1 brief"))),
        "briefs": (s.WhoCard(link=brief, role=("2 proposals · 3 answers",), line=line("Offers talks, refuses the ceasefire.")),),
        "facts": (p.Row(term="Also known as", words=(("Russian Federation",), ("Россия",))), p.Row(term="Country", words=(("RU",),)), p.Row(term="Wikidata", words=((Link(text="Q159", href="https://www.wikidata.org/wiki/Q159"),),)), p.Row(term="In short", prose=(line("A **permanent member** of the Security Council."),))),
    }


def proposal_pages() -> list[Page]:
    """A page for every proposal; that of the ceasefire is full."""
    made = []
    for key, title in PROPOSALS.items():
        root, path = "../../../", f"proposals/istanbul-talks/{key}/index.html"
        around = frame(root, title, path, "proposal", f"{title}: where it stands.", (Link(text="Briefs", href=root), link(root, "brief", "istanbul-talks")))
        card = proposals(root, anchored=False)[key]
        fields = dict.fromkeys(v.ProposalView.__struct_fields__, ()) | {"more": p.More(), "frame": around, "card": card, "progress": example_progress(root), "briefs": (link(root, "brief", "istanbul-talks"),), "embed": embed(root, key)}
        if key == "ceasefire":
            fields |= {"card": without_answers(card)} | _ceasefire(root)
        made.append(Page(path=path, template="pages/proposal.html", view=v.ProposalView(**fields)))  # type: ignore[arg-type]
    return made


def embed_pages() -> list[Page]:
    """A card of every proposal for other pages; one of them was put to nobody and has no answers."""
    made = []
    for key, title in PROPOSALS.items():
        root, path = "../../../", f"embed/istanbul-talks/{key}/index.html"
        card = proposals(root, anchored=False)[key]
        lines = tuple(
            EmbedAnswer(side=link(root, "actor", side), word=word, label=label, date=when(day) if day else None)
            for side, word, label, day in (("russia", "rejects", "Rejects · implied", "12 May 2025"), ("turkiye", "no-answer", "No answer", ""))
        )
        made.append(Page(path=path, template="pages/embed.html", view=EmbedView(
            frame=frame(root, title, path, "embed", "", indexed=False), link=card.link, kind=card.kind, badge=card.badge, reason=card.reason,
            by=card.by, to=card.to, date=card.date, answers=lines if card.to else (), as_of="16 May 2025",
        )))  # fmt: skip
    return made


def without_answers(card: c.ProposalCard) -> c.ProposalCard:
    fields = {name: getattr(card, name) for name in card.__struct_fields__}
    return c.ProposalCard(**(fields | {"answers": (), "brief": card.brief}))


def _ceasefire(root: str) -> dict[str, object]:
    told = answers(root)
    stop, talks = link(root, "proposal", "ceasefire"), link(root, "proposal", "direct-talks")

    def position(side: str, word: str, label: str, latest: c.AnswerCard | None, **more: object) -> c.PositionCard:
        fields: dict[str, object] = {"anchor": f"side-{side}", "proposal": stop, "badge": badge("ceasefire"), "word": word, "label": label, "answer": latest, "side": link(root, "actor", side)}
        return c.PositionCard(**(fields | more))  # type: ignore[arg-type]

    def listed(key: str, words: str) -> s.ProposalLine:
        return s.ProposalLine(link=link(root, "proposal", key), badge=badge(key), words=(words,))

    return {
        "more": cut("positions", "answers", "proposals", "steps"),
        "split": ("Accepted by 1 of 2 sides asked; rejected by ", *who(root, "russia"), "."),
        "positions": (position("russia", "rejects", "Rejects", told["peskov-rejects"], changed=("Changed from no decision on 10 May.",)), position("ukraine", "accepts", "Accepts", told["zelensky-accepts"]),
                      position("united-states", "supports", "Supports", changed(told["trump-supports"], anchor="")), position("turkiye", "no-answer", "No answer", None)),
        "answers": tuple(told[name] for name in ("peskov-defers", "zelensky-accepts", "trump-supports", "putin-rejects", "zakharova-rejects", "peskov-rejects")),
        "deadlocks": (("Kyiv will not move on ", talks, " before this holds; Moscow will not accept this before talks.",),),
        "way": ((*who(root, "russia"), " would have to change its answer."), ("Then ", talks, " would be accepted without a condition left.")),
        "chain": (s.ChainLink(line=listed("truce", "by Putin, 8–10 May 2025"), how=""), s.ChainLink(line=listed("ceasefire", "by the four leaders and Zelensky, 10 May 2025"), how="countered with", here=True), s.ChainLink(line=listed("direct-talks", "by Putin to Ukraine, 11 May 2025"), how="countered with")),
        "bearing": (listed("sanctions", "by the four leaders, 10 May 2025"),),
        "steps": steps(root, anchored=False)[2:],
    }
