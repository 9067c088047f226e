"""Pages of a small site, as views: the talks in Istanbul of May 2025, told as of 16 May.

They are what the templates' tests are made of, and what one looks at when the theme changes. Who said what, and when, is
as reported; titles of sources are shortened. ``example_pages.py`` makes the pages of these parts.
"""

# ruff: noqa: E501 - a record on one line reads better than on five
# fmt: off

from __future__ import annotations

from collections.abc import Iterable

from parley.model.page import Link, LinkKind, Prose, Words
from parley.model.proposal import AnswerWord, StatusWord
from parley.pages import card_parts as c
from parley.pages import parts as p
from parley.pages.offers import Alternate, CalendarOffer, EmbedOffer

ADDRESS = "https://briefs.example/"
STYLESHEET, SCRIPT, ICON = "assets/site.css", "assets/site.js", "assets/icon.svg"
MARK = "\ue000{}\ue001"

ACTORS = {
    "putin": "Vladimir Putin",
    "zelensky": "Volodymyr Zelensky",
    "peskov": "Dmitry Peskov",
    "zakharova": "Maria Zakharova",
    "yermak": "Andriy Yermak",
    "trump": "Donald Trump",
    "macron": "Emmanuel Macron",
    "merz": "Friedrich Merz",
    "starmer": "Keir Starmer",
    "tusk": "Donald Tusk",
    "erdogan": "Recep Tayyip Erdoğan",
    "kallas": "Kaja Kallas",
    "russia": "Russia",
    "ukraine": "Ukraine",
    "united-states": "United States",
    "turkiye": "Türkiye",
    "european-union": "European Union",
    "kyiv-visitors": "The four leaders who came to Kyiv",
}
PROPOSALS = {
    "ceasefire": "A full, unconditional ceasefire of at least 30 days",
    "direct-talks": "Direct talks in Istanbul on 15 May, without preconditions",
    "leaders-meeting": "A meeting of the two presidents in Türkiye",
    "sanctions": "Sanctions on banking and energy",
    "truce": "A truce of three days around 9 May",
}
STATUS: dict[str, tuple[StatusWord, str]] = {
    "ceasefire": ("rejected", "Rejected"),
    "direct-talks": ("conditional", "Accepted with conditions"),
    "leaders-meeting": ("lapsed", "Lapsed"),
    "sanctions": ("announced", "Announced"),
    "truce": ("rejected", "Rejected"),
}
SOURCES = {
    "newser": ("World leaders push Putin to accept a ceasefire", "Newser", "10 May 2025", "https://www.newser.com/story/368493/"),
    "upi": ("European leaders meet Zelensky, press Russia for a ceasefire", "UPI", "10 May 2025", "https://www.upi.com/Top_News/World-News/2025/05/10/Ukraine-European-leaders-meet-Zelensky-press-Russia-cease-fire/5351746892346/"),
    "kremlin": ("Press statement following festive events", "President of Russia", "11 May 2025", "https://guyana.mid.ru/en/embassy/news/"),
    "pravda": ("Zelensky on Putin’s offer: the first step is a ceasefire", "Ukrainska Pravda", "11 May 2025", "https://www.pravda.com.ua/eng/news/2025/05/11/7511732/"),
    "yermak": ("First a ceasefire, then everything else", "Ukrainska Pravda", "11 May 2025", "https://www.pravda.com.ua/eng/news/2025/05/11/7511800/"),
    "abc": ("Захарова: сначала первопричины", "ABC Media", "11 May 2025", "https://abcmedia.am/en/politics/152433"),
    "independent": ("Ukraine war live: Kremlin rejects ultimatums", "The Independent", "12 May 2025", "https://www.the-independent.com/news/world/europe/ukraine-russia-war-b2749688.html"),
    "article": ("Zelensky proposes direct talks with Putin in Istanbul", "Wire summary", "12 May 2025", ""),
    "unn": ("Istanbul: delegations agree on an exchange of 1,000 for 1,000", "UNN", "16 May 2025", "https://unn.ua/en/news/"),
}
DAYS = {f"{day} May 2025": f"2025-05-{day:02d}" for day in range(1, 32)}


def when(words: str) -> p.When:
    """A date in words, with its machine form where it is a day of May 2025."""
    return p.When(words=words, iso=DAYS.get(words, ""))


def link(root: str, kind: LinkKind, key: str, text: str = "") -> Link:
    """A link to an actor, a proposal or the brief, from a page that lies ``root`` below the top."""
    place = {
        "actor": f"actors/{key}/",
        "proposal": f"proposals/istanbul-talks/{key}/",
        "brief": f"briefs/{key}/",
        "source": f"briefs/istanbul-talks/#source-{key}",
        "step": f"briefs/istanbul-talks/#{key}",
    }[kind]
    names = {"brief": {"istanbul-talks": "Will Kyiv and Moscow talk in Istanbul?"}, "actor": ACTORS, "proposal": PROPOSALS}
    return Link(text=text or names[kind][key], href=root + place, kind=kind)


def who(root: str, *keys: str) -> tuple[Link, ...]:
    return tuple(link(root, "actor", key) for key in keys)


def badge(key: str) -> p.Badge:
    return p.Badge(status=STATUS[key][0], label=STATUS[key][1])


def cites(root: str, *keys: str) -> tuple[p.Cite, ...]:
    return tuple(p.Cite(link=link(root, "source", key, f"{SOURCES[key][1]}, {SOURCES[key][2]}")) for key in keys)


def line(text: str, *links: Link, lang: str = "") -> Prose:
    return Prose(text=text, links=links, lang=lang)


def cut(*names: str) -> p.More:
    """That lists of a page go on elsewhere."""
    return p.More(**{name: (f"Shown here: the newest of the {name}. ", Link(text="See all of them", href=f"{name.replace('_', '-')}-1.html"), ".") for name in names})


def frame(root: str, title: str, path: str, kind: str, description: str, crumbs: Iterable[Link] = (), **more: object) -> p.Frame:
    """What surrounds a page of the example site."""
    menu = (("Briefs", "", "home"), ("Actors", "actors/", "actors"))
    return p.Frame(
        lang=str(more.get("lang", "en")),
        dir=str(more.get("dir", "ltr")),
        name="The Record",
        tagline="Who proposed what, who said no, and what comes next",
        title=title,
        description=description,
        root=root,
        canonical=ADDRESS + path.removesuffix("index.html"),
        stylesheet=STYLESHEET,
        icon=ICON,
        favicon="favicon.ico",
        touch_icon="assets/apple-touch-icon.png",
        image=f"{ADDRESS}{path.removesuffix('index.html')}card.png?0123abcd",
        image_alt=f"The card of {title}",
        script=SCRIPT,
        feed=f"{root}feed.xml",
        alternates=(Alternate(type="text/calendar", title="Next steps", href=f"{root}next-steps.ics"),),
        more=(Link(text="How we work", href=f"{root}about/"),),
        nav=tuple(p.Nav(link=Link(text=text, href=root + href), current=kind == of) for text, href, of in menu),
        crumbs=tuple(crumbs),
        as_of=str(more.get("as_of", "")),
        kind=kind,
        indexed=bool(more.get("indexed", True)),
        linked={"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": title, "description": description}]},
        locale="en_GB" if kind == "brief" else "",
        facets=(p.Facet(name="kind", value=kind.title()),) if kind in ("brief", "actor", "proposal") else (),
    )


def calendar(root: str) -> CalendarOffer:
    """What a page offers of its calendar."""
    return CalendarOffer(download=f"{root}next-steps.ics", subscribe="briefs.example/next-steps.ics", left_out="1 step is not in it: its exact days are not known.")


def embed(root: str, key: str) -> EmbedOffer:
    """What a proposal's page offers for other pages."""
    code = f'<iframe src="{ADDRESS}embed/istanbul-talks/{key}/" title="{PROPOSALS[key]}" width="600" height="400"></iframe>'
    return EmbedOffer(page=f"{root}embed/istanbul-talks/{key}/", code=code)


def answer(root: str, key: str, word: AnswerWord, label: str, of: str, by: str, day: str, **more: object) -> c.AnswerCard:
    """One answer; ``key`` is its anchor, and ``more`` its further fields."""
    fields: dict[str, object] = {
        "anchor": key,
        "word": word,
        "label": label,
        "of": link(root, "proposal", of),
        "of_status": badge(of),
        "date": when(day),
    }
    sides = more.pop("sides", ())
    fields["who"] = (*who(root, by), *((" for ", *sides) if sides else ()))  # type: ignore[misc]
    return c.AnswerCard(**(fields | more))  # type: ignore[arg-type]


def answers(root: str, anchored: bool = True) -> dict[str, c.AnswerCard]:
    """Every answer of the example, by name."""
    russia, ukraine = who(root, "russia"), who(root, "ukraine")
    talks, stop = link(root, "proposal", "direct-talks"), link(root, "proposal", "ceasefire")
    made = (
        answer(root, "peskov-defers", "defers", "No decision yet", "ceasefire", "peskov", "10 May 2025", sides=russia,
               why=line("Russia has to think about it, he said, and is resistant to any kind of pressure."), cites=cites(root, "upi"), current=False),
        answer(root, "putin-rejects", "rejects", "Rejects", "ceasefire", "putin", "11 May 2025", sides=russia, basis="implied by the source",
               why=line("He did not mention the 30 days and offered talks instead, at which a truce might be agreed."),
               quote=p.Quote(text="Мы предлагаем киевским властям возобновить переговоры, прерванные ими в конце 2022 года, без каких-либо предварительных условий.", lang="ru"),
               instead=(talks,), cites=cites(root, "kremlin", "article"), current=False),
        answer(root, "zakharova-rejects", "rejects-unless", "Rejects, unless …", "ceasefire", "zakharova", "11 May 2025", sides=russia, join="unless",
               conditions=(p.Condition(words=("the root causes are dealt with first",)),),
               why=line("Talks over the root causes come first, and only after that a ceasefire."), cites=cites(root, "abc"), current=False),
        answer(root, "peskov-rejects", "rejects", "Rejects", "ceasefire", "peskov", "12 May 2025", sides=russia,
               why=line("A deadline backed by a threat of sanctions is an ultimatum."),
               quote=p.Quote(text="The language of ultimatums is unacceptable to Russia, it is not appropriate. You cannot speak to Russia in such a language.", publisher="The Independent",
                             where=f"{SOURCES['independent'][3]}#:~:text=The%20language%20of%20ultimatums%20is,Russia%20in%20such%20a%20language"),
               cites=cites(root, "independent")),
        answer(root, "zelensky-accepts", "accepts", "Accepts", "ceasefire", "zelensky", "10 May 2025", sides=ukraine,
               why=line("He put it forward together with the four visitors."), cites=cites(root, "upi", "newser")),
        answer(root, "trump-supports", "supports", "Supports", "ceasefire", "trump", "10 May 2025", sides=who(root, "united-states"), basis="reported by others",
               why=line("He backed the proposal by telephone during the visit."), cites=cites(root, "upi"),
               note=line("The article in our sources names the United States among the visitors; the agency’s report of the day does not.")),
        answer(root, "zelensky-talks", "accepts-if", "Accepts, if …", "direct-talks", "zelensky", "11 May 2025", sides=ukraine, join="if",
               conditions=(p.Condition(words=(stop, " begins on 12 May"), met="no", label="Not met"),
                           p.Condition(words=("Russia confirms it itself",))),
               quote=p.Quote(text="There is no point in continuing the killing even for a single day. We expect Russia to confirm a ceasefire, full, lasting and reliable, starting tomorrow, May 12, and Ukraine is ready to meet."),
               cites=cites(root, "pravda")),
        answer(root, "yermak-talks", "accepts-if", "Accepts, if …", "direct-talks", "yermak", "11 May 2025", sides=ukraine, join="if",
               conditions=(p.Condition(words=(stop,), met="no", label="Not met"),), why=line("First a ceasefire, then everything else."), cites=cites(root, "yermak")),
        answer(root, "erdogan-talks", "supports", "Supports", "direct-talks", "erdogan", "11 May 2025", sides=who(root, "turkiye"),
               why=line("Türkiye is ready to host the talks."), cites=cites(root, "article")),
        answer(root, "kallas-talks", "opposes", "Opposes", "direct-talks", "kallas", "12 May 2025", sides=who(root, "european-union"),
               why=line("No talks can be held while there is no ceasefire."), cites=cites(root, "article")),
    )
    kept = made if anchored else tuple(changed(card, anchor="") for card in made)
    return {source.anchor: card for source, card in zip(made, kept, strict=True)}


def changed(noun: c.AnswerCard, **changes: object) -> c.AnswerCard:
    """A copy of an answer with other values in some fields."""
    fields = {name: getattr(noun, name) for name in noun.__struct_fields__}
    return c.AnswerCard(**(fields | changes))


def proposals(root: str, anchored: bool = True) -> dict[str, c.ProposalCard]:
    """The proposals of the example, by id, each with its answers."""
    told = answers(root)
    five = who(root, "macron", "merz", "starmer", "tusk", "zelensky")

    def card(key: str, kind: str, reason: Words, by: tuple[Link, ...], to: tuple[Link, ...], day: str, **more: object) -> c.ProposalCard:
        fields: dict[str, object] = {
            "anchor": key if anchored else "", "link": link(root, "proposal", key), "kind": kind, "badge": badge(key),
            "reason": reason, "by": by, "to": to, "date": when(day),
        }
        return c.ProposalCard(**(fields | more))  # type: ignore[arg-type]

    made = (
        card("truce", "Proposal", ("Kyiv said no and asked for 30 days.",), who(root, "putin"), who(root, "ukraine"), "8–10 May 2025", cites=cites(root, "newser"),
             says=line("Russia declares that its forces stop firing from 8 to 10 May. Kyiv says that the truce was broken again and again.")),
        card("ceasefire", "Proposal", (*who(root, "peskov"), " called the deadline an ultimatum on 12 May 2025; ", *who(root, "putin"), " had offered ", link(root, "proposal", "direct-talks"), " instead."),
             five, who(root, "russia", "ukraine"), "10 May 2025", answer_by=when("12 May 2025"),
             terms=(line("All firing stops **in the air, at sea and on land**."), line("It lasts at least 30 days, from Monday 12 May."), line("It is unconditional: no talks have to come before it."), line("If Russia refuses, sanctions on banking and energy follow.")),
             told_apart=(c.AnswerLine(word="rejects", label="Rejects", words=(*who(root, "yermak"), ", told below")),), answers=tuple(told[name] for name in ("peskov-defers", "putin-rejects", "zakharova-rejects", "peskov-rejects", "zelensky-accepts", "trump-supports")),
             counters=(link(root, "proposal", "truce"),), cites=cites(root, "upi", "newser")),
        card("direct-talks", "Invitation", (*who(root, "zelensky"), " said yes on 11 May 2025, if a ceasefire begins on 12 May."), who(root, "putin"), who(root, "ukraine"), "11 May 2025",
             says=line("Delegations resume the talks of 2022, in Istanbul, without preconditions."),
             quote=p.Quote(text="We propose to the Kiev authorities to resume the talks they broke off in 2022 and, I emphasise, without any preconditions."),
             answers=tuple(told[name] for name in ("zelensky-talks", "yermak-talks", "erdogan-talks", "kallas-talks")), counters=(link(root, "proposal", "ceasefire"),), cites=cites(root, "kremlin"),
             note=line("The statement was made at about 01:30 in Moscow, so that it still was 10 May in Washington.")),
        card("leaders-meeting", "Invitation", ("15 May 2025 passed and ", *who(root, "russia"), " had not answered."), who(root, "zelensky"), who(root, "russia"), "11 May 2025", answer_by=when("15 May 2025"), waiting_for=who(root, "russia"),
             quote=p.Quote(text="I will be waiting for Putin in Türkiye on Thursday. Personally.", publisher="Ukrainska Pravda", kept=f"https://web.archive.org/web/2025/{SOURCES['pravda'][3]}", where=SOURCES["pravda"][3]), about=(link(root, "proposal", "direct-talks"),), cites=cites(root, "pravda", "article")),
        card("sanctions", "Warning", ("Put by the four leaders in Kyiv on 10 May 2025; a warning asks for no answer.",), five[:4], (), "10 May 2025", basis="reported by others", join="unless",
             conditions=(p.Condition(words=(link(root, "proposal", "ceasefire"),), met="no", label="Not met"),), says=line("New sanctions hit Russia’s banks and its energy trade."), cites=cites(root, "upi")),
    )
    return dict(zip(("truce", "ceasefire", "direct-talks", "leaders-meeting", "sanctions"), made, strict=True))


def step_lines(root: str) -> tuple[p.StepLine, ...]:
    """The same steps, a line each."""
    return tuple(
        p.StepLine(link=card.link, date=card.date, state=card.state, state_label=card.state_label, told=card.told, brief=card.brief)
        for card in steps(root, anchored=False)
    )


def steps(root: str, anchored: bool = True) -> tuple[c.StepCard, ...]:
    """Next steps: one with its outcome, one to come, one whose date has passed."""
    brief = None if anchored else link(root, "brief", "istanbul-talks")

    def card(key: str, title: str, day: p.When, certainty: str, state: str, label: str, **more: object) -> c.StepCard:
        place = f"#{key}" if anchored else f"{root}briefs/istanbul-talks/#{key}"
        fields: dict[str, object] = {
            "anchor": key if anchored else "", "link": Link(text=title, href=place, kind="step"), "title": title,
            "date": day, "certainty": certainty, "state": state, "state_label": label, "brief": brief,
        }
        return c.StepCard(**(fields | more))  # type: ignore[arg-type]

    return (
        card("talks", "Talks of the delegations in Istanbul", when("15 May 2025"), "confirmed", "partly", "Held in part", who=who(root, "russia", "ukraine", "turkiye"), where="Dolmabahçe Palace, Istanbul",
             about=(link(root, "proposal", "direct-talks"),), outcome=line("The delegations met for less than two hours, a day late and without the presidents. They agreed on an exchange of prisoners and on no ceasefire."), outcome_date=when("16 May 2025"), cites=cites(root, "unn")),
        card("exchange", "Exchange of 1,000 prisoners for 1,000", p.When(words="in the coming days"), "Expected", "coming", "To come", who=who(root, "russia", "ukraine"), cites=cites(root, "unn")),
        card("presidents", "The presidents meet in Türkiye", when("15 May 2025"), "Proposed", "overdue", "Overdue", who=who(root, "zelensky", "putin"), where="Türkiye",
             told=("Was due 15 May 2025; what happened is not recorded yet.",), conditions=(p.Condition(words=(link(root, "proposal", "ceasefire"),), met="no", label="Not met"),), cites=cites(root, "pravda")),
    )


def counts(root: str) -> tuple[p.Count, ...]:
    return (
        p.Count(badge=badge("ceasefire"), number=2, href=f"{root}briefs/istanbul-talks/#ceasefire"),
        p.Count(badge=badge("direct-talks"), number=1, href=f"{root}briefs/istanbul-talks/#direct-talks"),
        p.Count(badge=badge("leaders-meeting"), number=1, href=f"{root}briefs/istanbul-talks/#leaders-meeting"),
        p.Count(badge=badge("sanctions"), number=1),
    )


def timeline(root: str, brief: Link | None = None) -> tuple[p.Entry, ...]:
    """Everything dated, oldest first."""

    def entry(day: p.When, kind: str, label: str, *words: str | Link, anchor: str = "", **more: object) -> p.Entry:
        return p.Entry(date=day, kind=kind, label=label, words=words, brief=brief, anchor="" if brief else anchor, **more)  # type: ignore[arg-type]

    stop, talks, meeting = (link(root, "proposal", key) for key in ("ceasefire", "direct-talks", "leaders-meeting"))
    putin, zelensky, peskov, trump = who(root, "putin", "zelensky", "peskov", "trump")
    return (
        entry(when("8–10 May 2025"), "proposal", "Proposal", putin, " declares ", link(root, "proposal", "truce"), ".", cites=cites(root, "newser")),
        entry(when("10 May 2025"), "event", "Event", prose=line("Macron, Merz, Starmer and Tusk come to Kyiv; Trump joins by telephone."), anchor="event-2025-05-10", cites=cites(root, "upi")),
        entry(when("10 May 2025"), "proposal", "Proposal", zelensky, " and the four leaders propose ", stop, ".", cites=cites(root, "upi", "newser")),
        entry(when("11 May 2025"), "answer", "Answer", putin, " rejects ", stop, " and offers ", talks, " instead.", cites=cites(root, "kremlin")),
        entry(when("11 May 2025"), "answer", "Answer", zelensky, " accepts ", talks, ", if a ceasefire begins on 12 May.", cites=cites(root, "pravda")),
        entry(when("12 May 2025"), "answer", "Answer", peskov, " rejects ", stop, ".", cites=cites(root, "independent")),
        entry(when("15 May 2025"), "step", "Date passed", "The answer to ", meeting, " was asked for by this day.", cites=cites(root, "article")),
        entry(when("16 May 2025"), "outcome", "Outcome", prose=line("The delegations meet in Istanbul and agree on an exchange of prisoners."), cites=cites(root, "unn")),
        entry(p.When(words="June 2025", iso="2025-06"), "step", "Next step", trump, " wants to call both presidents.", ahead=True),
    )
