"""Building: reports 20 to 25."""
from report import Report

REPORTS: list[Report] = []
