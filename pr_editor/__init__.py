"""Editorial review of Persian press releases.

Two faces (``gui``, ``cli``) over one core. The layers and what each may know are in ``docs/architecture.md``.
"""

__version__ = "0.1.0"
