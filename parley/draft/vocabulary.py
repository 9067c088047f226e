"""The word lists: the verbs and nouns of moves, offices, kinds of bodies. General English of the news."""

from __future__ import annotations

from parley.draft.lists import listed
from parley.draft.phrases import Phrases

SAYING = frozenset(listed("said says told added tells insisted argued stated explained"))
TITLES = frozenset(
    listed(
        "president mayor minister chancellor councillor cllr mr mrs ms dr sir chief chairman chairwoman chair "
        "spokesman "
        "spokeswoman spokesperson secretary governor senator general ambassador commissioner director leader "
        "king queen "
        "judge professor bishop premier speaker envoy representative negotiator executive manager captain colonel head "
        "engineer lawyer resident"
    )
)
ORGANISATIONS = frozenset(
    listed(
        "council ministry union company party court bank association committee commission agency authority federation "
        "university ltd inc corp office government parliament trust board department chamber organisation organization "
        "institute congress senate assembly club hospital school police society corporation fund service"
    )
)
GROUPS = frozenset(
    listed(
        "coalition alliance residents traders friends families campaign movement front group parents growers farmers "
        "workers neighbours drivers tenants bloc"
    )
)
PLACES = frozenset(
    listed("street road bridge river square park lane avenue hill sea island city town county valley station airport")
)
NOT_NAMES = frozenset(
    listed(
        "the a an however but and in on at for if when while after before although despite as both since he she "
        "they it "
        "we i you his her their its our this that these those there no not yet so then also what who why how monday "
        "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
        "october november december former under by from with to of or earlier later meanwhile asked according "
        "last next "
        "one two three some many most all during until because should would will could"
    )
)
PREPOSITIONS = frozenset(
    listed("to with by from of against between for on at into over about towards toward toward including via than")
)

VERBS = {
    "proposal": "propose suggest offer float recommend table",
    "invitation": "invite",
    "demand": "demand urge insist request require appeal",
    "warning": "warn threaten",
    "decision": "decide order impose adopt announce",
    "rejection": "reject refuse decline dismiss veto rebuff oppose block snub",
    "acceptance": "accept agree approve",
    "supports": "welcome support endorse back",
    "defers": "defer postpone adjourn",
}
PHRASES = {
    "proposal": "put forward|puts forward|put on the table|submitted a|announced plans|announced a plan|"
    "unveiled a plan|announced proposals|willingness to|ready to|prepared to|readiness to|open to|volunteered "
    "to|made an offer",
    "invitation": "challenged|challenging|challenges",
    "demand": "called for|calls for|calling for|called on|calls on|calling on|pressed for|asked|asks|wants|told to|"
    "must first",
    "decision": "voted to|votes to|ruled that|granted",
    "rejection": "ruled out|rules out|ruling out|turned down|turns down|turning down|voted against|said no|says no|"
    "threw out|walked away from|out of the question|unacceptable",
    "acceptance": "signed up to|said yes|voted for|voted in favour|gave its approval|agreed",
    "supports": "spoke in favour|came out in favour|backed",
    "opposes": "criticised|criticized|condemned|objected to|objects to|spoke against|protested against",
    "defers": "will consider|would consider|would study|will study|under review|needs more time|need more time|"
    "has not decided|have not decided|had not decided|no decision|asked for more time|would look at|put off",
    "silent": "did not respond|has not responded|have not responded|declined to comment|no comment|did not reply|"
    "has not replied|did not answer|has not answered|did not mention|did not address|made no mention",
    "step": "will meet|set for|scheduled for|is due|are due|is expected to|are expected to|will vote|will hold|"
    "will begin|will start|will decide|plans to|plan to|will resume|will report|will publish|will open|is to meet|"
    "are to meet|takes place|will take place|to be held|will be held|is scheduled|are scheduled|due to|will present|"
    "will return|will travel|will discuss",
}
NOUNS = {
    "proposal": "proposal proposals offer plan plans suggestion motion bid",
    "idea": "possibility idea prospect",
    "invitation": "invitation",
    "demand": "demand demands call calls request ultimatum petition",
    "warning": "warning threat",
    "decision": "decision",
    "rejection": "refusal rejection veto",
    "acceptance": "acceptance approval",
    "supports": "support endorsement backing",
}
IRREGULAR = {"submit": ("submitted", "submitting"), "veto": ("vetoed", "vetoing")}
AGREEING = frozenset(
    listed("accept agree approve sign seize take back embrace support adopt grasp endorse join attend say")
)
HARM = frozenset(
    listed(
        "sanctions sanction tariffs tariff duties strike strikes retaliate retaliation close cut suspend sue legal "
        "court withdraw block boycott impose penalties fine fines walk leave cancel stop halt"
    )
)


def _forms(verb: str) -> list[str]:
    past, going = IRREGULAR.get(verb, ("", ""))
    stem = verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "o", "sh")) else f"{verb}s"
    if verb.endswith("y"):
        third, past = f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    return [verb, third, past or f"{stem}ed", going or f"{stem}ing"]


def _triggers() -> Phrases[tuple[str, str]]:
    found: Phrases[tuple[str, str]] = Phrases()
    for kind, verbs in VERBS.items():
        for verb in verbs.split():
            for form in _forms(verb):
                if form not in ("back", "table", "order", "block", "veto", "offer", "demand", "request", "support"):
                    found.add(form, (kind, "verb"))
    for kind, phrases in PHRASES.items():
        for phrase in phrases.split("|"):
            found.add(phrase, (kind, "verb"))
    for kind, nouns in NOUNS.items():
        for noun in nouns.split():
            found.add(noun, (kind, "noun"))
    return found


TRIGGERS = _triggers()
ACTING = SAYING | frozenset(form for verbs in VERBS.values() for verb in verbs.split() for form in _forms(verb)[1:3])
