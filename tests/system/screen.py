"""What an X server shows: windows, who has the keyboard, the tray, the pixels."""

import ctypes
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char, c_int, c_uint, c_ulong
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from tests.system import xlib
from tests.system.picture import Box, Picture

MOST_WORDS = 1024
PANEL_CLASS = "Tint2"


@dataclass(frozen=True, slots=True)
class Window:
    """A visible window of a program, where it stood when it was looked for."""

    ident: int
    title: str
    wm_class: str
    pid: int
    box: Box
    free: bool
    """Whether it is its own manager, as a menu or a tooltip is."""


class Screen:
    """A connection to an X server that only watches.

    Close it before the server ends: libX11 ends the process otherwise.
    """

    def __init__(self, display: str) -> None:
        self._x = xlib.load()
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            msg = f"cannot connect to the X server {display}"
            raise OSError(msg)
        self.root = int(self._x.XDefaultRootWindow(self._display))
        self.events = int(self._x.XConnectionNumber(self._display))
        mask = xlib.SUBSTRUCTURE_NOTIFY | xlib.PROPERTY_CHANGE
        self._x.XSelectInput(self._display, self.root, mask)
        self._x.XSync(self._display, 0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._x.XCloseDisplay(self._display)

    def windows(self) -> list[Window]:
        """Return every visible window that carries a program's name."""
        return [w for ident in self._tree(self.root) if (w := self._window(ident))]

    def windows_of(self, pid: int) -> list[Window]:
        """Return a program's windows, without its icon in the tray."""
        docked = {icon.ident for icon in self.tray_icons()}
        mine = (window for window in self.windows() if window.pid == pid)
        return [window for window in mine if window.ident not in docked]

    def tray(self) -> int:
        """Return the panel that takes tray icons, or 0."""
        selection = self._atom("_NET_SYSTEM_TRAY_S0")
        if not self._x.XGetSelectionOwner(self._display, selection):
            return 0
        panels = (w.ident for w in self.windows() if w.wm_class == PANEL_CLASS)
        return next(panels, 0)

    def tray_icons(self) -> list[Window]:
        """Return the icons that other programs have in the tray."""
        inside = self._tree(self.tray()) if self.tray() else ()
        found = (self._window(ident) for ident in inside)
        return [w for w in found if w and w.wm_class != PANEL_CLASS]

    def reparented(self) -> Iterator[int]:
        """Yield each window that has found a new parent since the last look."""
        buffer = ctypes.create_string_buffer(xlib.EVENT_BYTES)
        while self._x.XPending(self._display):
            self._x.XNextEvent(self._display, buffer)
            event = xlib.Reparented.from_buffer(buffer)
            if event.type == xlib.REPARENT_NOTIFY and event.parent != self.root:
                yield int(event.window)

    def has_keyboard(self) -> int:
        """Return the window that keystrokes go to."""
        focus, revert = c_ulong(), c_int()
        self._x.XGetInputFocus(self._display, byref(focus), byref(revert))
        return focus.value

    def picture(self, box: Box, window: int | None = None) -> Picture:
        """Return the pixels of a box of the screen, or of one window."""
        image = self._x.XGetImage(
            self._display,
            self.root if window is None else window,
            *(box.x, box.y, box.width, box.height),
            *(xlib.ALL_PLANES, xlib.Z_PIXMAP),
        )
        if not image:
            msg = f"the X server gave no picture of {box}"
            raise OSError(msg)
        head = image.contents
        data = bytes(head.data[: head.bytes_per_line * head.height])
        self._x.XDestroyImage(image)
        pixels = bytearray(3 * box.width * box.height)
        for channel in range(3):  # the server keeps blue, green, red, nothing
            pixels[channel::3] = data[2 - channel :: 4]
        return Picture(box.width, box.height, bytes(pixels))

    def whole(self) -> Box:
        """Return the box of the whole screen."""
        attributes = self._attributes(self.root)
        assert attributes is not None
        return Box(0, 0, attributes.width, attributes.height)

    def _tree(self, top: int) -> Iterator[int]:
        yield top
        for child in self._children(top):
            yield from self._tree(child)

    def _children(self, window: int) -> list[int]:
        root, parent, count = c_ulong(), c_ulong(), c_uint()
        children = POINTER(c_ulong)()
        if not self._x.XQueryTree(
            self._display,
            window,
            *(byref(root), byref(parent), byref(children), byref(count)),
        ):
            return []
        found = [children[i] for i in range(count.value)]
        if children:
            self._x.XFree(children)
        return found

    def _window(self, ident: int) -> Window | None:
        names = self._property(ident, "WM_CLASS")
        attributes = self._attributes(ident) if names else None
        if attributes is None or attributes.map_state != xlib.VIEWABLE:
            return None
        x, y, child = c_int(), c_int(), c_ulong()
        self._x.XTranslateCoordinates(
            self._display,
            *(ident, self.root, 0, 0, byref(x), byref(y), byref(child)),
        )
        title = self._property(ident, "_NET_WM_NAME")
        title = title or self._property(ident, "WM_NAME")
        return Window(
            ident=ident,
            title=title.decode("utf-8", "replace"),
            wm_class=names.rstrip(b"\0").split(b"\0")[-1].decode("latin-1"),
            pid=self._pid(ident),
            box=Box(x.value, y.value, attributes.width, attributes.height),
            free=bool(attributes.override_redirect),
        )

    def _attributes(self, window: int) -> xlib.Attributes | None:
        attributes = xlib.Attributes()
        known = self._x.XGetWindowAttributes(self._display, window, byref(attributes))
        return attributes if known else None

    def _pid(self, window: int) -> int:
        value = self._property(window, "_NET_WM_PID")
        return int.from_bytes(value[:4], "little") if value else 0

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _property(self, window: int, name: str) -> bytes:
        kind, form = c_ulong(), c_int()
        count, left = c_ulong(), c_ulong()
        data = POINTER(c_char)()
        self._x.XGetWindowProperty(
            self._display,
            *(window, self._atom(name), 0, MOST_WORDS, 0, xlib.ANY_PROPERTY_TYPE),
            *(byref(kind), byref(form), byref(count), byref(left), byref(data)),
        )
        if not data:
            return b""
        # Values of 32 bits come as C longs.
        size = {8: 1, 16: 2, 32: ctypes.sizeof(c_ulong)}.get(form.value, 0)
        value = bytes(data[: count.value * size])
        self._x.XFree(data)
        return value
