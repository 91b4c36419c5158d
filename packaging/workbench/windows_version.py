"""What Windows shows of a program: its name, its version and whose it is.

Without it the task manager and the list of programs that start at login call the app
by its file's name. PyInstaller reads `resource` from the bundle's recipe.

Source: "VERSIONINFO resource", Windows documentation.
"""

import re

NAME = "Psoas Break"
AUTHORS = "The Psoas Break authors"


def numbers(version: str) -> str:
    """Return a version in the four numbers that Windows knows.

    >>> numbers("1.2.0rc1")
    '1.2.0.0'
    """
    parts = re.findall(r"\d+", re.split("a|b|rc", version)[0])
    return ".".join([*parts, "0", "0", "0", "0"][:4])


def resource(version: str, program: str) -> str:
    """Return the text of a version resource, in the form that PyInstaller reads.

    Args:
        version: the app's.
        program: the program's name without `.exe`.
    """
    four = tuple(int(number) for number in numbers(version).split("."))
    told = {
        "CompanyName": AUTHORS,
        "FileDescription": NAME,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    strings = ", ".join(
        f"StringStruct({key!r}, {text!r})" for key, text in told.items()
    )
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0,"
        " OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [1033, 1200])])],\n"
        ")\n"
    )
