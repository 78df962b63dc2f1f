"""Files: reports 14 to 19."""
from report import Report

REPORTS: list[Report] = []
