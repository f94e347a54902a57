"""How does everything leave, in a form that others can read without us?"""

from weft.cli.exporting.writing import Exported, export

__all__ = ["Exported", "export"]
