"""What states, roles and kinds are called before users. English names, for the translators."""

from __future__ import annotations

from types import MappingProxyType

from pr_editor.profile.choices import ReleaseKind
from pr_editor.review.model import Dated, Eyes, ReleaseState
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
    {
        Eyes.SOLO: N_("without a second pair of eyes"),
        Eyes.EMERGENCY: N_("emergency approval by its own editor"),
        Eyes.ARCHIVE: N_("from the archive"),
    }
)
"""The mark an approval carries for ever; one under four eyes carries none."""
IMPORTED = N_("imported")
"""What has happened to a release that was published elsewhere."""
DATED = MappingProxyType(
    {
        Dated.FIELD: N_("as the archive says"),
        Dated.TEXT: N_("as the text says"),
        Dated.OPTION: N_("as chosen for all"),
        Dated.NAME: N_("by the name of the file"),
        Dated.FILE: N_("guessed by the time of the file"),
    }
)
"""How the day of an imported release is known."""
