"""What are the streets called? Words of cloth, water and hill; never a person's name."""

from random import Random

FIRST = (
    "Alum", "Ash", "Back", "Beck", "Bleach", "Bobbin", "Bracken", "Burl", "Calder Stone",
    "Carding", "Carr", "Chapel", "Cinder", "Clough", "Coal Pit", "Comb", "Copperas", "Cotton",
    "Croft", "Curlew", "Dam", "Delph", "Distaff", "Dye Vat", "Eel Garth", "Elder", "Fallow",
    "Fell", "Fleece", "Flock", "Fulling", "Garth", "Gate", "Gig", "Goit", "Green", "Hag",
    "Hawthorn", "Heald", "Heather", "Heddle", "High", "Holme", "Indigo", "Ing", "Ivy", "Jenny",
    "Kersey", "Kiln", "Knoll", "Lathe", "Lapwing", "Lavrock", "Ling", "Lock", "Long", "Loom",
    "Low", "Madder", "Meadow", "Mill", "Moor", "Moss", "Mule", "Nab", "Nettle", "Oak", "Owler",
    "Packhorse", "Pasture", "Peat", "Pick", "Pinfold", "Plover", "Pond", "Providence", "Quarry",
    "Quill", "Raddle", "Reed", "Ridge", "Rowan", "Rush", "Scour", "Sedge", "Selvedge", "Shed",
    "Shoddy", "Shuttle", "Skein", "Slack", "Sleay", "Spindle", "Spring", "Sun", "Swift", "Tannery",
    "Teasel", "Tenter", "Thorn", "Thrum", "Top", "Treddle", "Turf", "Twill", "Union", "Vale",
    "Wakes", "Warp", "Waterloo", "Weaver", "Weir", "Weld", "Well", "West", "Wharf", "Whin",
    "Willow", "Wind", "Woad", "Wool", "Worsted", "Yarn", "Yew",
)  # fmt: skip
TOWN_LAST = ("Street", "Street", "Street", "Terrace", "Row", "Road", "Place", "View", "Grove", "Avenue", "Mount", "Court", "Close", "Drive")  # fmt: skip
HILL_LAST = ("Lane", "Lane", "Fold", "Bank", "Croft", "Gate", "Edge", "Royd", "End")
FOOT_LAST = ("Ginnel", "Snicket", "Passage", "Steps", "Path")
HAMLETS = (
    "Over Soyle", "Nether Royd", "Cold Edge", "Pike End", "Stubbing", "Cragg Foot", "Two Gates",
    "Blake Moor", "Lumb End", "Far Shaw", "Ewe Crag", "Upper Ing", "Withens Gate", "Hoyle Bottom",
    "Crimsworth Foot", "Black Dike", "Sunny Royd", "Mount Zion", "Dean Head", "Height End",
)  # fmt: skip


class StreetNames:
    """A hat of names: each is drawn once in a place, so that addresses are plain."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.given: set[tuple[str, str]] = set()

    def draw(self, town: str, lasts: tuple[str, ...]) -> str:
        """Draw a name nobody in this town has yet."""
        while True:
            name = f"{self.rng.choice(FIRST)} {self.rng.choice(lasts)}"
            if (town, name) not in self.given:
                self.given.add((town, name))
                return name
