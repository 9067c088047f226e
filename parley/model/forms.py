"""The forms of values that can be said as patterns, once for the reader and for the editors' schemas.

The patterns are written so that Python and ECMA-262 read them alike: ASCII alone, no named groups, no flags.
"""

import re

from parley.model.keys import Kind

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 100
# Names that Windows keeps for devices (learn.microsoft.com, "Naming Files"): no folder of a site may be called so.
RESERVED = re.compile(r"con|prn|aux|nul|com[0-9]|lpt[0-9]")
LANG = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-[A-Za-z0-9]{4,8})*"
)  # RFC 5646, common part
QID = re.compile(r"Q[1-9][0-9]{0,11}")
COLOUR = re.compile("#?[0-9a-fA-F]{6}")
ZONE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Z][A-Za-z0-9_+-]*)*")
LONGEST = {Kind.TEXT: 2_000, Kind.LINE: 4_000, Kind.PROSE: 40_000}
REFERENCES = frozenset({Kind.ACTOR, Kind.PROPOSAL, Kind.SOURCE, Kind.ITEM, Kind.CONDITION})
# ISO 3166-1 alpha-2, officially assigned.
COUNTRIES = frozenset(
    re.findall(
        "..",
        "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR"
        "CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU"
        "IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQ"
        "MRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSI"
        "SJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW",
    )
)
