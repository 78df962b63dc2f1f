"""The colours of the report page, its figures and the site."""

# The colours of the light theme, which are all different, and of the dark theme. The hues are those of Okabe and Ito,
# which people with colour blindness can tell apart; they are darker on white and lighter on black.
COLOURS = {
    "paper": ("#ffffff", "#14171a"),
    "ink": ("#1c2126", "#e4e7ea"),
    "muted": ("#5c6670", "#9aa4ae"),
    "rule": ("#dde1e5", "#343a40"),
    "shade": ("#eef0f2", "#20252a"),
    "orange": ("#d48a00", "#e8a317"),
    "sky": ("#4aa5dd", "#8ccdf4"),
    "green": ("#00916a", "#1fbf92"),
    "blue": ("#0067a5", "#4a97dc"),
    "vermilion": ("#d1550b", "#f0793a"),
    "purple": ("#b5619b", "#dd92c3"),
}
