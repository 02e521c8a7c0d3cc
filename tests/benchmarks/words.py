"""The words of which the generator builds names and sentences. None of them names anything real."""

from __future__ import annotations

from itertools import product

PLACES = tuple(
    first + last
    for first, last in product(
        ("Mar", "Holt", "Quen", "Ash", "Ver", "Tolla", "Bram", "Nev", "Sand", "Ilk", "Orm", "Wick", "Pell", "Dray"),
        ("bury", "ford", "mouth", "stead", "wick", "haven", "by", "minster", "cote", "field", "dale", "ness"),
    )
)
BODIES = (
    "Borough Council", "Harbour Board", "Water Authority", "Hospital Trust", "Housing Office", "Tramway Company",
    "School Inspectorate", "Dockers Union", "Heritage Society", "Savings Bank", "Forestry Agency", "Audit Court",
)  # fmt: skip
FIRST_NAMES = (
    "Ana", "Bertil", "Chioma", "Dragan", "Eluned", "Farouk", "Greta", "Hiroshi", "Ingrid", "Joaquim", "Katya",
    "Lorcan", "Mireille", "Nikos", "Oluwaseun", "Paloma", "Quentin", "Rukhsana", "Silvester", "Thandiwe", "Ulrike",
    "Vaclav", "Wanjiku", "Xavier", "Yusuf", "Zdenka",
)  # fmt: skip
LAST_NAMES = (
    "Abernathy", "Brandvold", "Castellanos", "Dumitrescu", "Engelhardt", "Fitzgibbon", "Grzybowski", "Haddad",
    "Iwamoto", "Jovanovic", "Kowalczyk", "Lindqvist", "Mbeki", "Novotna", "Okonkwo", "Pellegrini", "Quispe",
    "Rautio", "Szymanska", "Tervonen", "Umarov", "Vasquez", "Wyndham", "Ximenes", "Yilmaz", "Zielinski",
)  # fmt: skip
HOUSES = ("Ledger", "Mercury", "Sentinel", "Telegraph")
"""Who publishes the articles that are checked."""
OUTLETS = ("Post", "Gazette", "Radio", "Observer", "Newswire", "Chronicle")
"""Whose reports are cited."""
CHECKERS = ("ben", "ayla", "morten", "priya", "tomasz")

THINGS = (
    "bridge", "lido", "market hall", "ferry landing", "tram depot", "grain store", "sea wall", "reservoir",
    "town library", "power station", "cattle market", "gasworks", "swimming bath", "canal lock", "theatre",
    "fire station", "lighthouse", "railway yard", "boathouse", "record office",
)  # fmt: skip
PLANS = ("sale", "merger", "new tariff", "closure", "lease", "extension", "budget", "strike", "relocation", "appeal")
GROUPS = (
    "tenants", "dockers", "nurses", "drivers", "pupils", "pensioners", "shopkeepers", "fishermen", "clerks",
)  # fmt: skip
REACTIONS = (
    "refused the offer", "signed the petition", "asked for their money back", "never saw the letter",
    "moved away", "voted against the plan", "heard of it from a neighbour", "lost a day's pay",
)  # fmt: skip
WORK = ("repairs", "excavations", "negotiations", "inspections", "measurements", "hearings")
TROUBLE = ("leak", "subsidence", "shortfall", "forged receipts", "missing files", "rust", "overcharging", "mould")
PAPERS = ("survey", "audit", "engineers' letter", "insurance policy", "list of bidders", "second opinion")
OPINIONS = ("unlawful", "far too late", "a matter for the courts", "a waste of public money", "good for the town")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NUMBERS = (
    "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
"""In words, from 3 on."""
TAGS = ("money", "vote", "safety", "housing", "transport", "health", "archive", "court")

SUBJECTS = (
    "Nobody in the room", "The older residents", "People who came to the open day", "The clerk at the counter",
    "A neighbour with a long memory", "The men on the night shift", "Some of the shop windows", "The public gallery",
    "The letters on the notice board", "A woman who asked to remain nameless", "The path along the water",
    "Everybody who had waited outside", "The office on the upper floor", "A retired engineer",
)  # fmt: skip
DEEDS = (
    "could not say how it had come to this", "had little to add", "spoke of nothing else", "was as quiet as ever",
    "kept returning to the same question", "wondered where the papers had gone", "had seen it coming",
    "took the news with a shrug", "wanted to know what would happen next", "looked much as it always had",
    "had heard a different story", "remembered it otherwise",
)  # fmt: skip
ENDINGS = (
    "while rain ran down the windows", "and nobody contradicted", "though the doors stood open",
    "as people in the town tend to do", "and the lamps were lit early", "without raising a voice",
    "long after the chairs had been put away", "which surprised only strangers", "and there the matter rested",
    "before the bus left", "in spite of everything", "as far as anyone could tell",
)  # fmt: skip
WHY = (
    "The page cited states it in the same words, and the person who keeps the record confirmed it on the telephone.",
    "Read in full by the checker; what stands around it does not change the meaning.",
    "Both records were made independently of one another, and they agree on every point that matters here.",
    "The record names it outright and is the one in which it would have to stand.",
    "Compared word by word with the copy that the office sent; the copy is complete and carries its stamp.",
)
NOTES = (
    "Asked again by telephone; the answer was the same.",
    "The copy is a scan, and its second page is hard to read.",
    "Compare what the same office told another paper.",
    "Keep the recording until the story is a year old.",
    "The desk has the original letter in its folder.",
)
