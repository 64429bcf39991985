"""Reading links: between initiatives, and in `dependencies.measures` between measures."""

from models.reading.dependencies.initiatives import every, places

__all__ = ["every", "places"]
