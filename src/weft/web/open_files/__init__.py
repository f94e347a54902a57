"""The files of the register that anybody may take away, made by a job."""

from weft.web.open_files.making import FORMS, make_files
from weft.web.open_files.standing import Made, MadeFile, made_files

__all__ = ["FORMS", "Made", "MadeFile", "made_files", "make_files"]
