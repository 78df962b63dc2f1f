"""{interleaving-player}: the reader decides which of two threads runs next, and may lose an update.

All moves come from the table that `race_step --json` writes, so the model exists once, in src/race_lab/.
"""

import json
import subprocess

from docutils import nodes
from docutils.parsers.rst import Directive


class Player(Directive):
    """The table, and where interleaving_player.js builds the player."""

    def run(self):
        program = self.state.document.settings.env.config.race_step
        table = subprocess.run([program, "--json"], check=True, capture_output=True, text=True).stdout
        compact = json.dumps(json.loads(table), separators=(",", ":")).replace("<", "\\u003c")
        return [nodes.raw("", f'<div class="player" aria-label="Two threads, one total" role="group">'
                              f'<script type="application/json">{compact}</script>'
                              "<noscript><p>The player needs JavaScript. <code>make step</code> does the same in a "
                              "terminal.</p></noscript></div>", format="html")]


def setup(app):
    app.add_config_value("race_step", "build/release/bin/race_step", "env")
    app.add_directive("interleaving-player", Player)
    app.add_js_file("interleaving_player.js")
    return {"parallel_read_safe": False}
