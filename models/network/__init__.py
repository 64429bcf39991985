"""What links amount to: order, circles and how to break them, days, weak places, influence.

Pure functions over frozen data: nodes in an order, named as you like, and the links between them. Import this package
only where a network is asked for: networkx takes a tenth of a second. Everything here gives equal results for equal
plans, whatever order their links come in, but for lists that say they keep the order of the links.
"""

from models.network.analysis import Network, Standing, analyse
from models.network.breaking import EXACT_UP_TO, Break, Breaks, triangular, weakest
from models.network.cycles import MOST_CYCLES, Cycles, elementary
from models.network.influencing import HIGHEST_POWER, Influence, Method, Sums, Way, influence, strongest_ways
from models.network.intervals import Interval, Intervals, Trial, intervals
from models.network.links import Link, Linked
from models.network.ordering import parts, waves
from models.network.scheduling import Moved, Schedule, Span, Task, Unmet, delay, schedule, unmet
from models.network.sharing import Shared, Sharer, shared
from models.network.weaknesses import Bridge, Contradiction, CutPoint, bridges, contradictions, cut_points

__all__ = [
    "EXACT_UP_TO",
    "HIGHEST_POWER",
    "MOST_CYCLES",
    "Break",
    "Breaks",
    "Bridge",
    "Contradiction",
    "CutPoint",
    "Cycles",
    "Influence",
    "Interval",
    "Intervals",
    "Link",
    "Linked",
    "Method",
    "Moved",
    "Network",
    "Schedule",
    "Shared",
    "Sharer",
    "Span",
    "Standing",
    "Sums",
    "Task",
    "Trial",
    "Unmet",
    "Way",
    "analyse",
    "bridges",
    "contradictions",
    "cut_points",
    "delay",
    "elementary",
    "influence",
    "intervals",
    "parts",
    "schedule",
    "shared",
    "strongest_ways",
    "triangular",
    "unmet",
    "waves",
    "weakest",
]
