"""A desktop service that keeps the screen awake, on a real bus, in its own process.

It says on its standard output what it is asked: one line for each call, and one when
whoever asked has gone from the bus. Run with the name of a service, and perhaps the
word "deaf".
"""

import sys
from itertools import count

from jeepney import (
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection


def main(name: str, *, deaf: bool) -> None:
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(name))
    bus.send_and_get_reply(
        message_bus.AddMatch(MatchRule(type="signal", member="NameOwnerChanged"))
    )
    say("ready")
    tokens = count(1)
    while True:
        message = bus.receive()
        if message.header.message_type is MessageType.signal:
            told_of_a_name(message)
        elif not deaf:
            answer(bus, message, next(tokens))


def told_of_a_name(message: Message) -> None:
    name, old, new = message.body
    if old and not new and name.startswith(":"):
        say("somebody left")


def answer(bus: DBusConnection, message: Message, token: int) -> None:
    member = message.header.fields[HeaderFields.member]
    if member == "GetActive":  # whether it has locked; asked whenever one begins
        bus.send(new_method_return(message, "b", (False,)))
        return
    say(f"{member} {message.body}")
    match member:
        case "Inhibit" if message.header.fields[HeaderFields.destination].endswith(
            "portal.Desktop"
        ):
            reply = new_method_return(message, "o", (f"/request/{token}",))
        case "Inhibit":
            reply = new_method_return(message, "u", (token,))
        case "UnInhibit" | "Uninhibit" | "Close":
            reply = new_method_return(message)
        case "Shout":
            bus.send(new_signal(SHOUTER, "Shouted", "s", ("hello",)))
            reply = new_method_return(message)
        case _:
            reply = new_error(message, "org.example.NotKnown")
    bus.send(reply)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    from jeepney import DBusAddress

    SHOUTER = DBusAddress("/shouter", interface="org.example.Shouter")
    main(sys.argv[1], deaf="deaf" in sys.argv)
