"""The judge and the verdicts: reports 1 to 5, and 12."""
from report import Report

REPORTS: list[Report] = []
