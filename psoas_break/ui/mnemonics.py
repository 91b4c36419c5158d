"""Words on buttons and in menus, where an & underlines the letter behind it."""


def literal(words: str) -> str:
    """Return words to show as they are, whatever a user has put into a name.

    >>> literal("Hips & knees")
    'Hips && knees'
    """
    return words.replace("&", "&&")


def shown(text: str) -> str:
    """Return what is seen of a text with an underlined letter.

    >>> shown("&Fine"), shown("Hips && knees")
    ('Fine', 'Hips & knees')
    """
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
