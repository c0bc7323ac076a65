"""``pr-editor rules``: what is looked for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pr_editor.app.report import SEVERITY_NAMES
from pr_editor.cli.options import codes_reader
from pr_editor.cli.terminal import OK, Terminal, example, language_option

if TYPE_CHECKING:
    from pr_editor.checks.model import Rule


def command(terminal: Terminal) -> click.Command:
    """The command, with help in the user's language."""
    tr = terminal.tr

    @click.command(
        "rules",
        help=tr("List the rules, or explain one: what, why, by which authority, with examples."),
        epilog=example(terminal, "pr-editor rules", "pr-editor rules SPL", "pr-editor rules ZWN001 --lang en"),
        options_metavar=tr("[OPTIONS]"),
    )
    @click.argument("codes", required=False, callback=codes_reader(terminal), metavar=tr("[CODE]"))
    @language_option(terminal)
    def rules(codes: tuple[str, ...]) -> int:
        from pr_editor.checks.registry import RULES

        if codes and all(code in RULES for code in codes):
            pages = [terminal.services.rule_page(code, tr.language) for code in codes]
            terminal.show("\n".join(pages))
            return OK
        profile = terminal.services.profile("pr")
        for rule in RULES.values():
            if not codes or rule.code.startswith(codes):
                severity = profile.severity(rule.code, rule.severity)
                terminal.show(_line(terminal, rule, tr(SEVERITY_NAMES[severity])) + "\n")
        return OK

    return rules


def _line(terminal: Terminal, rule: Rule, severity: str) -> str:
    """Code, name, severity, and the title of the rule's page."""
    page = terminal.services.rule_page(rule.code, terminal.tr.language)
    title = page.partition("\n")[0].lstrip("# ")
    return f"{rule.code}  {rule.name}  ({severity})  {title}"
