"""The machine and its settings: reports 6 to 11, and 13."""
from report import Report

REPORTS: list[Report] = []
