"""What states, roles and kinds are called before users. English names, for the translators."""

from __future__ import annotations

from types import MappingProxyType

from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Eyes, ReleaseState
from pr_editor.review.people import Role
from pr_editor.text.message import N_

STATES = MappingProxyType(
    {
        ReleaseState.EDITING: N_("being edited"),
        ReleaseState.SUBMITTED: N_("submitted"),
        ReleaseState.RETURNED: N_("returned"),
        ReleaseState.APPROVED: N_("approved"),
        ReleaseState.REPLACED: N_("replaced by a newer version"),
        ReleaseState.CORRECTED: N_("corrected"),
        ReleaseState.WITHDRAWN: N_("withdrawn"),
    }
)
ROLES = MappingProxyType({Role.EDITOR: N_("copy editor"), Role.SUPERVISOR: N_("supervisor"), Role.READER: N_("reader")})
KINDS = MappingProxyType(
    {
        ReleaseKind.NEWS: N_("news item"),
        ReleaseKind.NOTE: N_("opinion piece"),
        ReleaseKind.REPORT: N_("news report"),
        ReleaseKind.NOTICE: N_("announcement"),
    }
)
EYES = MappingProxyType(
    {Eyes.SOLO: N_("without a second pair of eyes"), Eyes.EMERGENCY: N_("emergency approval by its own editor")}
)
"""The mark an approval carries for ever; one under four eyes carries none."""
