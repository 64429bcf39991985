"""Suggestions from the texts at hand: clauses that an answer could cite, cells that selected words could belong in.

Offline and repeatable: the same texts give the same order. A score compares the suggestions of one list, no more.
"""

from models.suggesting.citations import Citable, Clauses, Suggestion, clauses
from models.suggesting.placing import Place, cells
from models.suggesting.questions import for_answer

__all__ = ["Citable", "Clauses", "Place", "Suggestion", "cells", "clauses", "for_answer"]
