"""Reading what links amount to, between initiatives or between measures.

It loads networkx: import it where a network is asked for.
"""

from models.reading.networks.spans import days, spans
from models.reading.networks.webs import MeasureWeb, Web, measure_web, network, web

__all__ = ["MeasureWeb", "Web", "days", "measure_web", "network", "spans", "web"]
