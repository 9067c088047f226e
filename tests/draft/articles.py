"""Three invented stories in three manners, each with what a reporter would lay out of it by hand."""

from __future__ import annotations

WIRE = """\
Island states trade terms over fishing grounds

LISBON, 4 June 2025 (Wire) - Portugal on Tuesday proposed a joint patrol of the northern fishing grounds to Morocco.
Foreign Minister Ana Duarte said the patrol would begin in July. Morocco rejected the plan on Wednesday.
"We will not accept a patrol under a foreign flag," spokesman Karim Haddad told reporters.
Spain welcomed the joint patrol. Portugal warned Morocco that it would close its ports.
Delegations of Portugal and Morocco are due to meet on June 20.
"""
COUNCIL = """\
Council splits over school crossing

1 April 2025

The Alder Parents Association asked Alder Town Council for a crossing outside the school.
The council rejected the request for a crossing by seven votes. Councillor Bob Hill called for a new count of traffic.
Mayor Ann Reed accepted the call for a traffic count. She did not respond to a letter from the parents.
The council will vote on 15 May.
"""
TRADE = """\
Steel dispute deepens

On 10 March 2025 the Northern Steel Union demanded higher duties on steel from Canada.
“We reject these duties,” said Trade Minister Paul Roy. Canada offered talks to Norway on steel quotas.
Norway agreed to the talks on steel quotas if duties stay as they are.
The offer of talks was dismissed by the Northern Steel Union. Norway will decide by March 31.
"""
# article -> (kind, who, words of the sentence that it rests on)
EXPECTED = {
    WIRE: (
        ("proposal", "portugal", "joint patrol of the northern"),
        ("rejection", "morocco", "Morocco rejected"),
        ("rejection", "karim-haddad", "We will not accept"),
        ("supports", "spain", "Spain welcomed"),
        ("warning", "portugal", "close its ports"),
        ("step", "portugal", "due to meet"),
    ),
    COUNCIL: (
        ("demand", "alder-parents-association", "asked Alder"),
        ("rejection", "alder-town-council", "rejected the request"),
        ("demand", "bob-hill", "new count"),
        ("acceptance", "ann-reed", "accepted the call"),
        ("silent", "ann-reed", "did not respond"),
        ("step", "alder-town-council", "will vote"),
    ),
    TRADE: (
        ("demand", "northern-steel-union", "demanded higher"),
        ("rejection", "paul-roy", "We reject"),
        ("proposal", "canada", "offered talks"),
        ("acceptance", "norway", "agreed to the talks"),
        ("rejection", "northern-steel-union", "dismissed by"),
        ("step", "norway", "will decide"),
    ),
}
